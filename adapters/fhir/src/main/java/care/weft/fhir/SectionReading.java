package care.weft.fhir;

import care.weft.spi.PersonReply;
import reactor.core.publisher.Mono;

/** How one section of one person is read. */
@FunctionalInterface
public interface SectionReading {

    /** Reads it; a {@link care.weft.spi.PartnerException} is that person's failure. */
    Mono<PersonReply> read(Asked asked);
}
