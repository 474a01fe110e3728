package care.weft.spi;

/**
 * One record that the partner sent and the adapter could not read. It never drops the others.
 *
 * @param what the kind of record, such as {@code Appointment}
 * @param reason why, such as {@code start is missing}: names fields, never values, for it is logged
 */
public record Rejection(String what, String reason) {}
