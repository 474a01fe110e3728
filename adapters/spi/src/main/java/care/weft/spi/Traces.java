package care.weft.spi;

import reactor.core.publisher.Mono;

/**
 * A register of people that knows each by a national number, such as the Personal Demographics Service. Implemented beside
 * {@link PartnerAdapter}. The gateway traces a person before it asks any other partner: the answer says which number is in force,
 * whether the person's whereabouts may be told, and with which practice they are registered.
 *
 * @since 0.1.0
 */
public interface Traces {

    /**
     * Looks one person up by number.
     *
     * @return exactly one answer; an error, a {@link PartnerException}, when the register could not be asked
     */
    Mono<Traced> trace(LocateRequest request);
}
