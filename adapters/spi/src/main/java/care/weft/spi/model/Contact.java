package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a person, team or organisation.
 *
 * @param hours when the phone is answered, in words
 */
public record Contact(
        @Nullable String phone,
        @Nullable String email,
        @Nullable String hours) {}
