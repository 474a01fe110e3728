package care.weft.gateway.architecture.broken.packages.helper;

/** In a package whose name says nothing. */
public record InHelper() {}
