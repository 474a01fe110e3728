package care.weft.gateway.cache;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * One call for all who wait for it: made when the first of them subscribes, cancelled when the last of them has left before it
 * answered, and its answer or error kept for whoever comes later.
 */
public final class SharedCall<T> {

    private final Mono<Signal<T>> ending;
    private volatile @Nullable Signal<T> ended;

    /** @param call makes it when subscribed to; one answer, nothing, or an error */
    public SharedCall(Mono<T> call) {
        // A connection that has ended would be made again for a late subscriber: that one gets what is kept instead.
        ending = Mono.defer(() -> kept(call.materialize().doOnNext(signal -> ended = signal)))
                .flux()
                .replay(1)
                .refCount(1)
                .single();
    }

    /** The answer, for one more who waits. */
    public Mono<T> answer() {
        return Mono.defer(() -> kept(ending)).dematerialize();
    }

    private Mono<Signal<T>> kept(Mono<Signal<T>> otherwise) {
        var signal = ended;
        return signal == null ? otherwise : Mono.just(signal);
    }
}
