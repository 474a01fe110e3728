package care.weft.gateway.architecture.broken.arrows.web;

import care.weft.gateway.architecture.broken.arrows.fanout.OfFanout;

/** The door goes around the resolvers. */
public record OfWeb(OfFanout used) {}
