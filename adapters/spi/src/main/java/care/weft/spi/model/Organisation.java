package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that provides care.
 *
 * @param odsCode its Organisation Data Service code, when stated
 * @param name never blank; the code where the partner gave no name
 */
public record Organisation(@Nullable String odsCode, String name) {

    /** Whether the partner gave a name, and not the code alone. */
    public boolean isNamed() {
        return !name.equals(odsCode);
    }
}
