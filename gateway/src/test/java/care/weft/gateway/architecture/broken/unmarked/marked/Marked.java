package care.weft.gateway.architecture.broken.unmarked.marked;

/** In a package as it should be. */
public record Marked() {}
