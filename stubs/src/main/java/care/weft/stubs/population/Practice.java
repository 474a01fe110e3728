package care.weft.stubs.population;

/**
 * An invented GP practice.
 *
 * @param ods a code of the right form, from a part of the range that is not in use
 * @param neighbourhoodId of a neighbourhood of the population; {@code elsewhere} for a practice outside all of them
 */
public record Practice(String ods, String name, String neighbourhoodId) {}
