package care.weft.gateway.architecture.broken.arrows.advice;

import care.weft.gateway.architecture.broken.arrows.resilience.OfResilience;

/** Advice goes around the waist. */
public record OfAdvice(OfResilience used) {}
