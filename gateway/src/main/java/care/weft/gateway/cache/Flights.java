package care.weft.gateway.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/**
 * Reads under way: those who ask for the same, compared by full value, wait for one. A read belongs to none of them: it ends
 * when the last who wait for it have left.
 *
 * @param <K> a question, with all by which one answer may differ from another
 */
public final class Flights<K, A> {

    private final ConcurrentMap<K, SharedCall<A>> underWay = new ConcurrentHashMap<>();
    private final BiConsumer<K, A> landed;

    /** @param landed is told of each answer that came, unless it was forgotten meanwhile, or asked for anew */
    public Flights(BiConsumer<K, A> landed) {
        this.landed = landed;
    }

    /**
     * Joins the reads under way, and begins those that are not. To be called when subscribed to: what was begun runs as soon as
     * somebody waits.
     *
     * @param anew true to begin them all, and let those who come after join these
     * @param begin makes the reads of several questions at once, of which none runs before it is subscribed to
     * @return one read for each question
     */
    public synchronized Map<K, Mono<A>> join(
            Collection<K> questions, boolean anew, Function<List<K>, Map<K, Mono<A>>> begin) {
        var reads = new HashMap<K, Mono<A>>();
        var missing = new ArrayList<K>();
        for (var question : questions) {
            var flight = anew ? null : underWay.get(question);
            if (flight == null) {
                missing.add(question);
            } else {
                reads.put(question, flight.answer());
            }
        }
        if (!missing.isEmpty()) {
            begin.apply(List.copyOf(missing)).forEach((question, read) -> reads.put(question, begin(question, read)));
        }
        return reads;
    }

    private Mono<A> begin(K question, Mono<A> read) {
        var flight = new Flight(question, read);
        underWay.put(question, flight.call);
        return flight.call.answer();
    }

    /** One of them, which knows itself. */
    private final class Flight {

        private final SharedCall<A> call;

        private Flight(K question, Mono<A> read) {
            // Over before anybody is told: who then asks again must not be given the same.
            call = new SharedCall<>(read.doOnNext(answer -> land(question, answer))
                    .doOnTerminate(() -> end(question))
                    .doOnCancel(() -> end(question)));
        }

        /** Unless it was forgotten, or begun anew by somebody else. Who forgets meanwhile waits until it is told. */
        private void land(K question, A answer) {
            underWay.computeIfPresent(question, (_, current) -> {
                if (current != call) {
                    return current;
                }
                landed.accept(question, answer);
                return null;
            });
        }

        private void end(K question) {
            underWay.remove(question, call);
        }
    }

    /** Lets nobody join these any more, and what they answer not be kept. Who waits for them gets their answer. */
    public void forget(Predicate<K> which) {
        underWay.keySet().removeIf(which);
    }

    /** How many are under way. */
    public int underWay() {
        return underWay.size();
    }
}
