package care.weft.gateway.audit;

/**
 * An answer whose facts are in an {@link AuditBatch}. Only {@link AuditBatch#release} makes one, so an answer that may leave
 * cannot exist without its facts; it leaves once {@link AuditLog#commit} of that batch has completed.
 */
public final class Released<T> {

    private final T value;

    Released(T value) {
        this.value = value;
    }

    public T value() {
        return value;
    }

    @Override
    public String toString() {
        return "Released[redacted]";
    }
}
