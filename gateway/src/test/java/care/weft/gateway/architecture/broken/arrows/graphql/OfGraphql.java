package care.weft.gateway.architecture.broken.arrows.graphql;

import care.weft.gateway.architecture.broken.arrows.store.OfStore;

/** A resolver reads the database. */
public record OfGraphql(OfStore used) {}
