package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * That a partner records a death.
 *
 * @param on when, if stated
 * @param status informal or formal notice, in the partner's code
 */
public record Death(@Nullable Moment on, @Nullable Coding status) {}
