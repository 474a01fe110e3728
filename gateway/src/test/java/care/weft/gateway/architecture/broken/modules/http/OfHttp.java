package care.weft.gateway.architecture.broken.modules.http;

import care.weft.gateway.architecture.broken.modules.fhir.OfFhir;

/** The client knows what it carries. */
public record OfHttp(OfFhir used) {}
