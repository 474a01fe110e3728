package care.weft.gateway.graphql.section;

import java.util.List;

/** A list that is given whole, as one page of the usual shape. */
interface WholeList {

    /** What such a list is made of. */
    interface Node {
        /** Opaque and stable; the cursor too. */
        String id();
    }

    List<? extends Node> nodes();

    List<SourceStatus> sources();

    Completeness completeness();

    default PageInfo pageInfo() {
        var nodes = nodes();
        return nodes.isEmpty()
                ? new PageInfo(false, false, null, null)
                : new PageInfo(
                        false, false, nodes.getFirst().id(), nodes.getLast().id());
    }

    default Count totalCount() {
        return new Count(nodes().size(), completeness() == Completeness.INCOMPLETE);
    }

    default boolean complete() {
        return completeness() == Completeness.COMPLETE;
    }
}
