package care.weft.gateway.architecture.broken.modules.gateway;

import care.weft.gateway.architecture.broken.modules.stubs.OfStubs;

/** The gateway knows the stubs. */
public record OnStubs(OfStubs used) {}
