package care.weft.http;

import reactor.core.publisher.Mono;

/**
 * Where a client gets the token that it presents to its partner. Safe to use concurrently; never blocks; keeps the token as
 * long as it is good.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BearerToken {

    /**
     * The token to present, asked for once per call.
     *
     * @return one token, without the word {@code Bearer}; an error, best a {@link care.weft.spi.PartnerException}, when there
     *     is none to be had
     */
    Mono<String> token();

    /**
     * A token in place of one that the partner answered with 401. Asked for at most once per call, which is then sent again.
     *
     * @param refused what {@link #token()} gave
     * @return one token; empty when there can be no other, and the 401 is then the answer
     */
    default Mono<String> instead(String refused) {
        return Mono.empty();
    }
}
