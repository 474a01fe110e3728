package care.weft.gateway.architecture.broken.modules.stubs;

import care.weft.gateway.architecture.broken.modules.spi.OfSpi;

/** A stub shares our types, and our mistakes. */
public record OfStubs(OfSpi used) {}
