package care.weft.gateway.graphql.section;

import java.util.List;

/**
 * A page of a list of records, with what it is worth.
 *
 * @param hasNextPage whether there is more after this page
 * @param hasPreviousPage whether this page began after another
 */
record RecordConnection(
        List<ReleasedRecord> nodes,
        boolean hasNextPage,
        boolean hasPreviousPage,
        Count totalCount,
        List<SourceStatus> sources,
        Completeness completeness) {

    public List<Edge> edges() {
        return nodes.stream().map(Edge::new).toList();
    }

    public PageInfo pageInfo() {
        return PageInfo.of(
                nodes, hasNextPage, hasPreviousPage, node -> Cursor.of(node).write());
    }

    public boolean complete() {
        return completeness == Completeness.COMPLETE;
    }
}
