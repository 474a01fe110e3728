package care.weft.gateway.person;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** What a node knows of objections while its store says nothing. */
class LastObjectionsTests {

    private static final Duration WITHIN = Duration.ofHours(12);

    private final SettableClock clock = new SettableClock();
    private Flux<String> says = Flux.error(new IllegalStateException("away"));
    private final LastObjections objections = new LastObjections(() -> says, clock);

    @Test
    void beforeTheStoreHasSaidAnythingNothingIsKnown() {
        objections.read().block();

        assertThat(objections.stood(List.of("ann"), WITHIN)).isEmpty();
    }

    @Test
    void whatTheStoreSaidLastHoldsUntilItIsTooOld() {
        says = Flux.just("ann", "bob");
        objections.read().block();
        says = Flux.error(new IllegalStateException("away"));
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
        says = Flux.just("ann");
        objections.read().block();
        clock.forward(Duration.ofSeconds(30));
        says = Flux.empty();
        objections.read().block();

        assertThat(objections.stood(List.of("ann"), WITHIN)).contains(false);
    }

    @Test
    void aReadingThatBeganEarlierAndEndsLaterChangesNothing() {
        var slow = Sinks.many().unicast().<String>onBackpressureBuffer();
        says = slow.asFlux();
        var early = objections.read().toFuture();
        clock.forward(Duration.ofSeconds(1));
        says = Flux.just("ann");
        objections.read().block();

        slow.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
        early.join();

        assertThat(objections.stood(List.of("ann"), WITHIN)).contains(true);
    }
}
