package care.weft.gateway.architecture.broken.arrows.policy;

import care.weft.gateway.architecture.broken.arrows.fanout.OfFanout;

/** Rules that read a partner. */
public record OfPolicy(OfFanout used) {}
