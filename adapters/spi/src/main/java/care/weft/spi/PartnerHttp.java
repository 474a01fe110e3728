package care.weft.spi;

import reactor.core.publisher.Mono;

/**
 * The client that an adapter calls its partner with. Lazy, safe to use concurrently, never blocks; cancelling closes the
 * connection of a call under way.
 *
 * @since 0.1.0
 */
public interface PartnerHttp {

    /** The same client for another address of the partner. */
    PartnerHttp at(Endpoint endpoint);

    /**
     * Sends one call.
     *
     * @param deadline bounds everything: waiting for a connection, connecting, the whole body
     * @return the answer with its whole body, whatever its status (see {@link HttpReply#expect}); an error is always a
     *     {@link PartnerException}: no connection, no whole answer in time, a body over the limit, a redirect that is not
     *     followed. Only redirects within the endpoint's own origin are followed.
     */
    Mono<HttpReply> send(HttpCall call, Deadline deadline);
}
