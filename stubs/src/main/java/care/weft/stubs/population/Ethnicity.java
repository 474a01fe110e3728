package care.weft.stubs.population;

/** An NHS ethnic category. */
public record Ethnicity(String code, String display) {}
