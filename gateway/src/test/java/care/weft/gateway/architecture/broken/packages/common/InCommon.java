package care.weft.gateway.architecture.broken.packages.common;

/** In a package whose name says nothing. */
public record InCommon() {}
