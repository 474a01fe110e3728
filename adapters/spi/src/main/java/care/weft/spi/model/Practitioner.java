package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * Someone who gives care.
 *
 * @param name as the partner writes it, never blank
 * @param role their job in the partner's words
 */
public record Practitioner(String name, @Nullable String role) {}
