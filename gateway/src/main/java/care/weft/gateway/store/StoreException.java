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

    /** SQLSTATE of a row whose key is there already. */
    private static final String DUPLICATE = "23505";

    private final boolean duplicate;

    StoreException(String message) {
        this(message, false);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
        this.duplicate = false;
    }

    private StoreException(String message, boolean duplicate) {
        super(message);
        this.duplicate = duplicate;
    }

    /** Whether nothing was written because a row with its key is there: somebody else's, written at the same moment. */
    boolean isDuplicate() {
        return duplicate;
    }

    /** The failure in plain words, without what the driver says. */
    static StoreException of(Throwable failure) {
        return switch (failure) {
            case StoreException known -> known;
            case R2dbcException refused ->
                new StoreException(
                        "The database failed with SQLSTATE " + refused.getSqlState(),
                        DUPLICATE.equals(refused.getSqlState()));
            default ->
                new StoreException("The database failed: " + failure.getClass().getSimpleName());
        };
    }
}
