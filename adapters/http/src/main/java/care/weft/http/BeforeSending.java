package care.weft.http;

import care.weft.spi.PartnerException;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Asked on an event loop when a call that may have waited long has its connection and is about to be sent: whoever calls may know
 * better by then. Written into the context of the call's subscriber.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BeforeSending {

    /**
     * Returns for a call that is to be sent.
     *
     * @throws PartnerException the call then fails with it and is not sent
     */
    void check();

    /** Told when the call is sent: it has its turn too, where the partner's pace made it wait for one. */
    default void sends() {}

    /** The context with this one, in place of any other. */
    default Context into(Context context) {
        return context.put(BeforeSending.class, this);
    }

    /** The one in that context, or one that lets every call be sent. */
    static BeforeSending in(ContextView context) {
        return context.<BeforeSending>getOrEmpty(BeforeSending.class).orElse(() -> {});
    }
}
