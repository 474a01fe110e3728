package care.weft.gateway.architecture.broken.packages.impl;

/** In a package whose name says nothing. */
public record InImpl() {}
