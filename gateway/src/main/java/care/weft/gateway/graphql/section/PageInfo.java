package care.weft.gateway.graphql.section;

import org.jspecify.annotations.Nullable;

/** Where a page of a list ends. After the Relay specification. */
record PageInfo(
        boolean hasNextPage,
        boolean hasPreviousPage,
        @Nullable String startCursor,
        @Nullable String endCursor) {}
