package care.weft.gateway.graphql.section;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ends. After the Relay specification. */
record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {

    /** Of a page with these nodes. */
    static <N> PageInfo of(List<N> nodes, boolean hasNextPage, boolean hasPreviousPage, Function<N, String> cursor) {
        return nodes.isEmpty()
                ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(
                        hasNextPage, hasPreviousPage, cursor.apply(nodes.getFirst()), cursor.apply(nodes.getLast()));
    }
}
