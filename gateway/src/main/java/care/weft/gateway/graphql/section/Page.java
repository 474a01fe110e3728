package care.weft.gateway.graphql.section;

import java.util.List;

/**
 * A page of a list whose members know their own places.
 *
 * @param hasNextPage whether there is more after this page
 * @param hasPreviousPage whether this page began after another
 */
record Page<N extends Page.Node>(List<N> nodes, boolean hasNextPage, boolean hasPreviousPage) {

    Page {
        nodes = List.copyOf(nodes);
    }

    /** A member of such a list. */
    interface Node {

        /** Its place, opaque to clients. */
        String cursor();
    }

    public List<PageEdge<N>> edges() {
        return nodes.stream().map(PageEdge::new).toList();
    }

    public PageInfo pageInfo() {
        return PageInfo.of(nodes, hasNextPage, hasPreviousPage, Node::cursor);
    }

    /** One of them. */
    record PageEdge<N extends Node>(N node) {

        public String cursor() {
            return node.cursor();
        }
    }
}
