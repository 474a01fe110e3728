package care.weft.gateway.architecture.broken.modules.spi;

import care.weft.gateway.architecture.broken.modules.http.OfHttp;

/** The contract knows its client. */
public record OfSpi(OfHttp used) {}
