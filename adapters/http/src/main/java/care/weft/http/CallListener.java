package care.weft.http;

import java.time.Duration;

/**
 * Told how each call to a partner ended: what metrics are made of.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CallListener {

    CallListener NONE = (endpoint, method, outcome, took) -> {};

    /**
     * Called once per {@link care.weft.spi.PartnerHttp#send} that was subscribed to, however it ended; on an event loop, so
     * it must not block.
     *
     * @param endpoint the endpoint's id
     * @param outcome the last status, such as {@code 200}; or the {@link care.weft.spi.Fault}, such as {@code TIMED_OUT}; or
     *     {@code CANCELLED}
     * @param took everything: token, waiting, redirects, body
     */
    void ended(String endpoint, String method, String outcome, Duration took);
}
