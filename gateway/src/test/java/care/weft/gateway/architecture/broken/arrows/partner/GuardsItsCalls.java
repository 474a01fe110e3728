package care.weft.gateway.architecture.broken.arrows.partner;

import care.weft.gateway.architecture.broken.arrows.resilience.OfResilience;

/** A partner's set-up puts a guard around its client. */
public record GuardsItsCalls(OfResilience used) {}
