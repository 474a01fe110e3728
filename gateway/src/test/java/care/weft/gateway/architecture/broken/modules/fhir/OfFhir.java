package care.weft.gateway.architecture.broken.modules.fhir;

import care.weft.gateway.architecture.broken.modules.http.OfHttp;

/** FHIR reading knows the client. */
public record OfFhir(OfHttp used) {}
