package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * A place of care.
 *
 * @param name never blank
 * @param address one line
 */
public record Location(String name, @Nullable String address) {}
