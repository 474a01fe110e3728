package care.weft.spi.model;

/**
 * A partner's own identifier of a person: a hospital number, a social-care id, a FHIR logical id. Means nothing at another
 * partner. {@link #toString()} is redacted.
 *
 * @param value not blank
 */
public record LocalId(String value) {

    public LocalId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A local id must not be blank");
        }
    }

    @Override
    public String toString() {
        return "LocalId[redacted]";
    }
}
