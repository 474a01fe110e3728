package care.weft.gateway.architecture.broken.modules.testkit;

import care.weft.gateway.architecture.broken.modules.fhir.OfFhir;

/** The kit knows one kind of adapter. */
public record OfTestkit(OfFhir used) {}
