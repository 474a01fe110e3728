package care.weft.gateway.resilience;

import static care.weft.gateway.resilience.GuardedPartner.CALL;
import static care.weft.gateway.resilience.GuardedPartner.OTHER_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

class HedgingTests {

    private static final Duration USUAL = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofSeconds(3);

    private final GuardedPartner partner = GuardedPartner.hedging(5);
    private final AtomicInteger left = new AtomicInteger();

    /** So many answers in the usual time. */
    private void calm(int calls) {
        partner.answering((_, _) -> partner.after(USUAL, 200)).ask(calls);
        partner.sent.clear();
    }

    /** The first call of all that come is answered so, further ones as they should be. */
    private void first(Mono<HttpReply> answer) {
        partner.answering((_, _) ->
                partner.sent.size() == 1 ? answer.doOnCancel(left::incrementAndGet) : partner.after(USUAL, 200));
    }

    @Test
    void aLateAnswerIsAskedForOnceMoreAndTheFirstCallIsLeft() {
        calm(100);
        first(partner.after(LONG, 200));

        var answers = new AtomicInteger();
        partner.send(CALL).subscribe(_ -> answers.incrementAndGet());
        partner.forward(USUAL);
        assertThat(partner.sent).as("late, and sent once more").hasSize(2);
        assertThat(answers).hasValue(0);
        partner.forward(USUAL);

        assertThat(answers).hasValue(1);
        assertThat(left).hasValue(1);
        assertThat(partner.hedges()).isEqualTo(1);
    }

    @Test
    void anAnswerInTheUsualTimeIsNot() {
        calm(100);
        first(partner.after(USUAL.minusMillis(1), 200));

        assertThat(partner.ask(CALL)).isEqualTo("200");
        assertThat(partner.sent).hasSize(1);
    }

    @Test
    void whatIsLateIsNotKnownOfFewAnswersNorOfAnotherOperation() {
        calm(AnswerTimes.ENOUGH - 1);
        first(partner.after(LONG, 200));
        assertThat(partner.ask(CALL)).isEqualTo("200");
        assertThat(partner.sent).hasSize(1);

        calm(100);
        first(partner.after(LONG, 200));
        assertThat(partner.ask(OTHER_CALL)).isEqualTo("200");
        assertThat(partner.sent).hasSize(1);
    }

    @Test
    void theFirstAnswerStandsWhereTheSecondIsNone() {
        calm(100);
        partner.answering((_, _) -> partner.sent.size() == 1
                ? partner.after(LONG, 200)
                : Mono.error(new PartnerException(Fault.UNAVAILABLE, "broken")));
        assertThat(partner.ask(CALL)).isEqualTo("200");
        assertThat(partner.sent).hasSize(2);

        calm(100);
        partner.answering((_, _) -> partner.sent.size() == 1 ? partner.after(LONG, 200) : partner.after(USUAL, 503));
        assertThat(partner.ask(CALL)).isEqualTo("200");
    }

    @Test
    void aFailureOfTheFirstIsToldAtOnce() {
        calm(100);
        first(Mono.error(new PartnerException(Fault.TIMED_OUT, "as told")));

        assertThat(partner.ask(CALL)).isEqualTo("TIMED_OUT: as told");
        assertThat(partner.sent).hasSize(1);
    }

    /** Late is what has not come; what came and failed is for retries, as the partner asks. */
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void whoAsksToWaitIsNotAskedMeanwhile(int status) {
        var guarded = GuardedPartner.guardedAndHedging();
        calls(guarded, 100);
        guarded.sent.clear();
        guarded.answering(status, "1");
        guarded.send(CALL).subscribe();

        guarded.forward(Duration.ofSeconds(1));
        assertThat(guarded.sent).hasSize(1);
        guarded.answering(200).forward(Duration.ofMillis(50));
        assertThat(guarded.sent).hasSize(2);
        assertThat(guarded.hedges()).isZero();
    }

    /** Whoever has left before the call begins holds no probe. */
    @Test
    void aCircuitClosesAlthoughCallersLeaveAtOnce() {
        var guarded = GuardedPartner.guardedAndHedging();
        calls(guarded, 100);
        guarded.failing(Fault.TIMED_OUT).ask(20);
        assertThat(guarded.openCircuits()).isNotEmpty();
        guarded.forward(Duration.ofSeconds(3));

        for (int caller = 0; caller < 5; caller++) {
            guarded.send(CALL).subscribe(new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    subscription.cancel();
                }
            });
        }
        guarded.answering(200).ask(3);

        assertThat(guarded.openCircuits()).isEmpty();
    }

    /** One that has become slow as a whole is asked no more than a twentieth more, but for what a calm has saved up. */
    @Test
    void ofAHundredCallsFiveAreSentTwiceAtMost() {
        calm(100);
        int calls = 400;
        partner.answering((_, _) -> partner.after(Duration.ofMillis(500 + partner.sent.size()), 200))
                .ask(calls);

        assertThat(partner.sent.size() - calls).isBetween(1, calls * 5 / 100 + 5);
        assertThat(partner.budget()).as("each takes a retry").isLessThan(10);
    }

    /** The proof of the promise: the slow tail is cut, for a few calls more. */
    @Test
    void theSlowestOfAHundredAreSoonerAndCallsATwentiethMore() {
        var slow = IntStream.range(0, 1_000)
                .map(call -> call % 33 == 0 ? 1_000 : 10)
                .toArray();
        var with = times(GuardedPartner.hedging(5), slow);
        var without = times(GuardedPartner.hedging(0), slow);

        assertThat(percentile(without, 99)).isEqualTo(1_000);
        assertThat(percentile(with, 99)).isLessThan(100);
        assertThat(percentile(with, 50)).isEqualTo(percentile(without, 50));
    }

    /** How many milliseconds each answer took, where the partner takes so many for each call that is not a second one. */
    private static int[] times(GuardedPartner partner, int[] millis) {
        calls(partner, 100);
        int before = partner.sent.size();
        var times = new int[millis.length];
        for (int call = 0; call < millis.length; call++) {
            int sent = partner.sent.size();
            int first = millis[call];
            partner.answering(
                    (_, _) -> partner.after(Duration.ofMillis(partner.sent.size() == sent + 1 ? first : 10), 200));
            var answered = new AtomicInteger();
            partner.send(CALL).subscribe(_ -> answered.incrementAndGet());
            for (; answered.get() == 0; times[call]++) {
                partner.forward(Duration.ofMillis(1));
            }
        }
        assertThat(partner.sent.size() - before).isLessThanOrEqualTo(millis.length * 105 / 100);
        return times;
    }

    private static void calls(GuardedPartner partner, int calls) {
        partner.answering((_, _) -> partner.after(USUAL, 200)).ask(calls);
    }

    private static int percentile(int[] times, int percent) {
        return IntStream.of(times).sorted().toArray()[times.length * percent / 100];
    }
}
