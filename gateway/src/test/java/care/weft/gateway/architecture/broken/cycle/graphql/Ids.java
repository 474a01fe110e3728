package care.weft.gateway.architecture.broken.cycle.graphql;

/** Uses nothing. */
public record Ids() {}
