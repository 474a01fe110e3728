package care.weft.gateway.architecture.broken.pure.access;

import care.weft.spi.Fault;

/** A decision that depends on what a partner did. */
public record OnTheContract(Fault fault) {}
