package care.weft.gateway.architecture.broken.arrows.person;

import care.weft.gateway.architecture.broken.arrows.partner.OfPartner;

/** Identity goes around the waist. */
public record OfPerson(OfPartner used) {}
