package care.weft.gateway.architecture.broken.packages.core;

/** In a package whose name says nothing. */
public record InCore() {}
