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
        return nodes.isEmpty()
                ? new PageInfo(hasNextPage, hasPreviousPage, null, null)
                : new PageInfo(
                        hasNextPage,
                        hasPreviousPage,
                        Cursor.of(nodes.getFirst()).write(),
                        Cursor.of(nodes.getLast()).write());
    }

    public boolean complete() {
        return completeness == Completeness.COMPLETE;
    }
}
