package care.weft.gateway.architecture.broken.arrows.store;

import care.weft.gateway.architecture.broken.arrows.audit.OfAudit;

/** The database knows what it stores. */
public record OfStore(OfAudit used) {}
