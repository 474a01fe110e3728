package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * Whose record an entry is, by what the entry itself says: an NHS number, the partner's local id, or both.
 *
 * @param nhsNumber stated in the record, and valid
 * @param localId stated in the record
 */
public record Owner(@Nullable NhsNumber nhsNumber, @Nullable LocalId localId) {

    public Owner {
        if (nhsNumber == null && localId == null) {
            throw new IllegalArgumentException("An owner has an NHS number, a local id, or both");
        }
    }

    public static Owner of(LocalId localId) {
        return new Owner(null, localId);
    }

    public static Owner of(NhsNumber nhsNumber) {
        return new Owner(nhsNumber, null);
    }
}
