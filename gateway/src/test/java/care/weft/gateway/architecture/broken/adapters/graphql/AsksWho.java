package care.weft.gateway.architecture.broken.adapters.graphql;

import care.weft.spi.LocateRequest;

/** A resolver words a request past the waist. */
public record AsksWho(LocateRequest request) {}
