package care.weft.gateway.person;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.ObjectionRow;
import care.weft.gateway.store.ObjectionRows;
import care.weft.gateway.testing.SettableClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What a node knows of objections while its store says nothing. */
class LastObjectionsTests {

    private static final Duration WITHIN = Duration.ofHours(12);

    private final SettableClock clock = new SettableClock();
    private final Said store = new Said();
    private final LastObjections objections = new LastObjections(store, clock);

    @Test
    void beforeTheStoreHasSaidAnythingNothingIsKnown() {
        objections.read().block();

        assertThat(objections.stood(List.of("ann"), WITHIN)).isEmpty();
    }

    @Test
    void whatTheStoreSaidLastHoldsUntilItIsTooOld() {
        store.says = Flux.just("ann", "bob");
        objections.read().block();
        store.says = Flux.error(new IllegalStateException("away"));
        objections.read().block();

        clock.forward(WITHIN);
        assertThat(objections.stood(List.of("former ann", "ann"), WITHIN)).contains(true);
        assertThat(objections.stood(List.of("cat"), WITHIN)).contains(false);

        clock.forward(Duration.ofSeconds(1));
        assertThat(objections.stood(List.of("ann"), WITHIN)).isEmpty();
        assertThat(objections.stood(List.of("cat"), WITHIN)).isEmpty();
    }

    @Test
    void whoeverWithdrewIsForgottenByTheNextReading() {
        store.says = Flux.just("ann");
        objections.read().block();
        clock.forward(Duration.ofSeconds(30));
        store.says = Flux.empty();
        objections.read().block();

        assertThat(objections.stood(List.of("ann"), WITHIN)).contains(false);
    }

    @Test
    void aReadingThatBeganEarlierAndEndsLaterChangesNothing() {
        var slow = Sinks.many().unicast().<String>onBackpressureBuffer();
        store.says = slow.asFlux();
        var early = objections.read().toFuture();
        clock.forward(Duration.ofSeconds(1));
        store.says = Flux.just("ann");
        objections.read().block();

        slow.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
        early.join();

        assertThat(objections.stood(List.of("ann"), WITHIN)).contains(true);
    }

    private static final class Said implements ObjectionRows {

        private volatile Flux<String> says = Flux.error(new IllegalStateException("away"));

        @Override
        public Flux<String> objecting() {
            return says;
        }

        @Override
        public Mono<Void> add(ObjectionRow made) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> withdraw(ObjectionRow withdrawn) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Flux<ObjectionRow> standing(Collection<String> personKeys) {
            throw new UnsupportedOperationException();
        }
    }
}
