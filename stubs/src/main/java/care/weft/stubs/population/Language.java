package care.weft.stubs.population;

/**
 * The language that a person prefers.
 *
 * @param code a language tag of BCP 47
 */
public record Language(String code, String display, boolean interpreterNeeded) {}
