package care.weft.spi.model;

/**
 * Which person, within the gateway: short, compared by its full value, the key of every loader, cache and batch.
 * Made of the NHS number where there is one, otherwise of a partner's local id. {@link #toString()} is redacted.
 */
public record PersonKey(String value) {

    public static PersonKey of(NhsNumber nhsNumber) {
        return new PersonKey("nhs:" + nhsNumber.value());
    }

    public static PersonKey of(PartnerId partner, LocalId localId) {
        return new PersonKey(partner.value() + ":" + localId.value());
    }

    @Override
    public String toString() {
        return "PersonKey[redacted]";
    }
}
