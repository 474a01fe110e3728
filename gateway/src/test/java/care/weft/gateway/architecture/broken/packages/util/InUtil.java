package care.weft.gateway.architecture.broken.packages.util;

/** In a package whose name says nothing. */
public record InUtil() {}
