package care.weft.gateway.architecture.broken.arrows.resilience;

import care.weft.gateway.architecture.broken.arrows.audit.OfAudit;

/** A limit writes the audit. */
public record OfResilience(OfAudit used) {}
