package care.weft.stubs.population;

/**
 * An invented GP practice.
 *
 * @param ods a code of the right form, from a part of the range that is not in use
 */
public record Practice(String ods, String name, String neighbourhoodId) {}
