package care.weft.gateway.architecture.broken.unmarked.bare;

/** In a package that says nothing of itself. */
public record Bare() {}
