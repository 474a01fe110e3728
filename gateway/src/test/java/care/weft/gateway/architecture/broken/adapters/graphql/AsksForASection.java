package care.weft.gateway.architecture.broken.adapters.graphql;

import care.weft.spi.SectionRequest;

/** A resolver words a request past the waist. */
public record AsksForASection(SectionRequest request) {}
