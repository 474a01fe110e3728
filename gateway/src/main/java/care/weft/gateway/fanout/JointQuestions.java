package care.weft.gateway.fanout;

import care.weft.gateway.cache.Flights;
import care.weft.gateway.partner.Partner;
import care.weft.spi.Deadline;
import care.weft.spi.PartnerException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Questions of one kind that are asked of a partner under way, one for all who ask the same. Each waits no longer than its own operation
 * may: when the time of whoever began is over and its own is not, it asks once more.
 *
 * @param <K> a question, with all by which one answer may differ from another
 */
final class JointQuestions<K, A> {

    private final Flights<K, Ended<A>> flights;

    /** @param landed is told of each answer that came, unless it was forgotten meanwhile, or asked for anew */
    JointQuestions(BiConsumer<K, A> landed) {
        flights = new Flights<>((question, ended) -> {
            if (ended.answer() != null) {
                landed.accept(question, ended.answer());
            }
        });
    }

    /** How a question ended: with an answer, or why not, and by when it had to. */
    private record Ended<A>(@Nullable A answer, @Nullable PartnerException failed, Deadline deadline) {

        boolean cutShort() {
            return PartnerCall.isCutShort(failed, deadline);
        }
    }

    /** Lets nobody join what is under way any more, and none of it land. */
    void forget() {
        flights.forget(_ -> true);
    }

    /**
     * Asks, or waits for whoever asks the same.
     *
     * @param call is for all who join: it ends by the deadline of whoever began it, or when the last has left
     * @return exactly one; an error is always a {@link PartnerException}; no signal any more once the client has left
     */
    Mono<A> ask(Operation operation, Partner partner, K question, Mono<A> call) {
        return Mono.defer(() -> {
            var own = new AtomicBoolean();
            var asked = flights.join(List.of(question), operation.anew(), _ -> {
                own.set(true);
                return Map.of(question, begin(partner, operation.deadline(), call));
            });
            var ending = Objects.requireNonNull(asked.get(question));
            var waiting = own.get()
                    ? PartnerCall.unlessAbandoned(operation, ending.flux())
                    : PartnerCall.many(operation, partner, () -> ending);
            return waiting.next().flatMap(ended -> {
                if (ended.answer() != null) {
                    return Mono.just(ended.answer());
                }
                return !own.get()
                                && ended.cutShort()
                                && operation.deadline().left().isPositive()
                        ? ask(operation, partner, question, call)
                        : Mono.error(Objects.requireNonNull(ended.failed()));
            });
        });
    }

    private static <A> Mono<Ended<A>> begin(Partner partner, Deadline deadline, Mono<A> call) {
        return PartnerCall.one(partner, PartnerCall.until(deadline, partner, () -> call))
                .map(answer -> new Ended<A>(answer, null, deadline))
                .onErrorResume(PartnerException.class, failed -> Mono.just(new Ended<>(null, failed, deadline)));
    }
}
