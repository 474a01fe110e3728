package care.weft.spi;

import reactor.core.publisher.Mono;

/**
 * A partner that is many organisations, each with an address of its own, such as GP practices. Implemented beside
 * {@link PartnerAdapter}. The gateway asks for the address of the practice with which a person is registered and puts it into
 * {@link SectionRequest#endpoint}; people of different practices are never in one request.
 *
 * @since 0.1.0
 */
public interface Routes {

    /**
     * Finds where one practice answers for one section. An adapter may keep the answer: it is about a practice, not a person.
     *
     * @return empty when this partner does not reach the practice; an error, a {@link PartnerException}, when that could not be
     *     found out
     */
    Mono<Endpoint> route(RouteRequest request);
}
