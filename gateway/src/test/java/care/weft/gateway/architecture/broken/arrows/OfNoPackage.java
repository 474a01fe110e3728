package care.weft.gateway.architecture.broken.arrows;

import care.weft.gateway.architecture.broken.arrows.web.OfWeb;

/** In no package: it may use none. */
public record OfNoPackage(OfWeb used) {}
