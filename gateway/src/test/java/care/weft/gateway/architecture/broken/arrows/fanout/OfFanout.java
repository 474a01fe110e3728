package care.weft.gateway.architecture.broken.arrows.fanout;

import care.weft.gateway.architecture.broken.arrows.store.OfStore;

/** The waist writes to the database. */
public record OfFanout(OfStore used) {}
