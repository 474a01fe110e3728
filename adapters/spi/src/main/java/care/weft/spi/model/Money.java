package care.weft.spi.model;

import java.math.BigDecimal;

/**
 * An exact sum.
 *
 * @param currency ISO 4217, such as {@code GBP}
 */
public record Money(BigDecimal amount, String currency) {}
