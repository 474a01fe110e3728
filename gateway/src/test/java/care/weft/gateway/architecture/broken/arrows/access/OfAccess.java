package care.weft.gateway.architecture.broken.arrows.access;

import care.weft.gateway.architecture.broken.arrows.audit.OfAudit;

/** A decision writes its own audit. */
public record OfAccess(OfAudit used) {}
