package care.weft.stubs.population;

import java.util.Locale;

/** Administrative gender. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN;

    /** In the words of FHIR. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
