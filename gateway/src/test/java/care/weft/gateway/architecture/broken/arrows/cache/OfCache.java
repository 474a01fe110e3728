package care.weft.gateway.architecture.broken.arrows.cache;

import care.weft.gateway.architecture.broken.arrows.access.OfAccess;

/** The cache decides on access. */
public record OfCache(OfAccess used) {}
