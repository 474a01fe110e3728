package care.weft.gateway.architecture.broken.modules.gateway;

import care.weft.gateway.architecture.broken.modules.fhir.OfFhir;

/** The gateway knows how adapters read. */
public record OnFhir(OfFhir used) {}
