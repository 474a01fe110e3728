package care.weft.gateway.architecture.broken.arrows.partner;

import care.weft.gateway.architecture.broken.arrows.access.OfAccess;

/** A partner's set-up decides on access. */
public record OfPartner(OfAccess used) {}
