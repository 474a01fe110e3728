package care.weft.benchmark;

import java.util.List;
import reactor.core.publisher.Flux;

/**
 * The calls by which one person is read at all partners, recorded once and repeated at will.
 *
 * @param trace the register's answer, before which nobody else is asked
 * @param partners side by side
 */
record PersonCalls(List<Sent> trace, List<AtPartner> partners) {

    /**
     * Those at one partner.
     *
     * @param lookUp those that find the person, one after another
     * @param sections those that read the sections, all side by side, also where the adapter waits for one to make the next
     */
    record AtPartner(List<Sent> lookUp, List<Sent> sections) {

        private Flux<byte[]> repeat() {
            return Flux.fromIterable(lookUp)
                    .concatMap(Sent::again)
                    .concatWith(Flux.fromIterable(sections).flatMapSequential(Sent::again));
        }
    }

    /** Sends them all; the bodies, in the order of the calls. */
    Flux<byte[]> repeat() {
        return Flux.fromIterable(trace)
                .concatMap(Sent::again)
                .concatWith(Flux.fromIterable(partners).flatMapSequential(AtPartner::repeat));
    }
}
