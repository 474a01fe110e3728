package care.weft.spi;

import reactor.core.publisher.Mono;

/**
 * A partner that is asked by its own local id and can look that up by NHS number. Implemented beside
 * {@link PartnerAdapter} by every adapter whose profile says {@link LookupKey#LOCAL_ID}. The gateway calls it once per
 * person and operation, before the sections, and hands the local id to every {@link Subject}.
 *
 * @since 0.1.0
 */
public interface Locates {

    /**
     * Finds the partner's local id of one person.
     *
     * @return exactly one answer; an error, a {@link PartnerException}, when the partner could not be asked
     */
    Mono<Located> locate(LocateRequest request);
}
