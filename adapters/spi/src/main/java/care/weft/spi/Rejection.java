package care.weft.spi;

import care.weft.spi.model.Confidentiality;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record that the partner sent and the adapter could not read, or one that the partner said it could not send. It never drops
 * the others.
 *
 * @param what the kind of record, such as {@code Appointment}
 * @param reason why, such as {@code start is missing}: names fields, never values, for it is logged
 * @param fault what the partner said was the matter, if it did; one that is {@linkplain Fault#retryable() retryable} makes the
 *     answer so. Null for a record that cannot be read
 * @param labels of the record, as far as they can be read: that it cannot be read is not told to those who may not see it
 * @since 0.1.0
 */
public record Rejection(
        String what, String reason, @Nullable Fault fault, Set<Confidentiality> labels) {

    public Rejection {
        labels = Set.copyOf(labels);
    }

    /** One without labels. */
    public Rejection(String what, String reason, @Nullable Fault fault) {
        this(what, reason, fault, Set.of());
    }

    /** One that cannot be read: asking again does not help. */
    public Rejection(String what, String reason) {
        this(what, reason, null);
    }
}
