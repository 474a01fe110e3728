package care.weft.gateway.graphql.section;

/** One record of a page. */
record Edge(ReleasedRecord node) {

    public String cursor() {
        return Cursor.of(node).write();
    }
}
