package care.weft.gateway.store;

import io.r2dbc.spi.R2dbcException;
import java.io.Serial;

/**
 * The store could not be opened, or did not do what it was asked; nothing says whether a failed write is there or not.
 *
 * <p>The message holds no stored value. A failed statement is not attached as cause, because drivers quote the row.
 */
public final class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean conflict;

    StoreException(String message) {
        this(message, false);
    }

    private StoreException(String message, boolean conflict) {
        super(message);
        this.conflict = conflict;
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
        conflict = false;
    }

    /** Whether the database works, and what was written is at odds with what is there: writing it again would not help. */
    public boolean isConflict() {
        return conflict;
    }

    /** The failure in plain words, without what the driver says. */
    public static StoreException of(Throwable failure) {
        return switch (failure) {
            case StoreException known -> known;
            case R2dbcException refused ->
                new StoreException(
                        "The database failed with SQLSTATE " + refused.getSqlState(),
                        // Class 23: integrity constraint violation.
                        String.valueOf(refused.getSqlState()).startsWith("23"));
            default ->
                new StoreException("The database failed: " + failure.getClass().getSimpleName());
        };
    }
}
