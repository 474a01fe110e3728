package care.weft.stubs.population;

/**
 * An invented home address.
 *
 * @param line house and street
 * @param area the part of the city
 * @param postcode of the right form, with its space
 */
public record Address(String line, String area, String postcode) {}
