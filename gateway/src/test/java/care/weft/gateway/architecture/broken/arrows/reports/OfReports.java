package care.weft.gateway.architecture.broken.arrows.reports;

/** In a package for which no arrows are decided. */
public record OfReports() {}
