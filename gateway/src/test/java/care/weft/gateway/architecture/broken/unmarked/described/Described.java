package care.weft.gateway.architecture.broken.unmarked.described;

/** In a package that has words and no mark. */
public record Described() {}
