package care.weft.gateway.architecture.broken.arrows.person;

import care.weft.gateway.architecture.broken.arrows.neighbourhood.OfNeighbourhood;

/** Identity asks the board. */
public record OfPerson(OfNeighbourhood used) {}
