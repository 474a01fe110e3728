package care.weft.gateway.graphql.section;

/** A count that says so when a silent partner may hold more. */
record Count(int value, boolean atLeast) {}
