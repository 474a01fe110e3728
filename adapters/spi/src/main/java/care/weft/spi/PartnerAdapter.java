package care.weft.spi;

import reactor.core.publisher.Flux;

/**
 * Reads one partner's records for the gateway. The rules carry numbers, in {@code adapters/docs/rules.md}; the ones to
 * know first:
 *
 * <ul>
 *   <li>A1 lazy: nothing leaves the JVM before subscription, and each subscription asks afresh
 *   <li>A2 never blocks the subscribing thread
 *   <li>A3 safe to call concurrently; keeps nothing about a person between calls
 *   <li>A4 cancelling ends the partner call
 *   <li>A5 an unknown person is {@link PersonReply.NotKnown}, never an empty {@link PersonReply.Found} and never an error
 *   <li>A6 no personal data in any exception message, rejection reason or log
 * </ul>
 *
 * @since 0.1.0
 */
public interface PartnerAdapter extends AutoCloseable {

    /**
     * Reads one section for the people asked.
     *
     * @param request a section that the profile offers, at most {@code maxPeoplePerCall} people, the whole standard window
     * @return exactly one reply per person asked, in any order, as they arrive, and none for anyone else; an error, a
     *     {@link PartnerException}, only when the call as a whole failed. A person without a reply is an invalid answer.
     */
    Flux<PersonReply> read(SectionRequest request);

    /** Releases what the adapter itself opened; the client of the context is not its to close. Called once, after the last read. */
    @Override
    default void close() {}
}
