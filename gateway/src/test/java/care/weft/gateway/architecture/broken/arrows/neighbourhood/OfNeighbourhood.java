package care.weft.gateway.architecture.broken.arrows.neighbourhood;

import care.weft.gateway.architecture.broken.arrows.store.OfStore;

/** The board reads the database. */
public record OfNeighbourhood(OfStore used) {}
