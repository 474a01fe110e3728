package care.weft.gateway.architecture.broken.arrows.advice;

import care.weft.gateway.architecture.broken.arrows.partner.OfPartner;

/** Advice goes around the waist. */
public record OfAdvice(OfPartner used) {}
