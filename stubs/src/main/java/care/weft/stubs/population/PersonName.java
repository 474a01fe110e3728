package care.weft.stubs.population;

/** A name as it is used. */
public record PersonName(String prefix, String given, String family) {

    /** For example {@code Mrs Ada Example}. */
    public String full() {
        return prefix + " " + given + " " + family;
    }
}
