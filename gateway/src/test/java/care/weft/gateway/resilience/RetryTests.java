package care.weft.gateway.resilience;

import static care.weft.gateway.resilience.GuardedPartner.CALL;
import static care.weft.gateway.resilience.GuardedPartner.ENOUGH;
import static care.weft.gateway.resilience.GuardedPartner.reply;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class RetryTests {

    private final GuardedPartner partner = GuardedPartner.withRetriesAlone(2);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNAVAILABLE"})
    void aFailureThatARetryWouldNotHelpIsHandedOnAtOnce(Fault fault) {
        assertThat(partner.failing(fault).ask(CALL)).isEqualTo(fault + ": as told");
        assertThat(partner.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 408, 429, 501, 504})
    void norIsAnAnswerThatARetryWouldNotHelp(int status) {
        assertThat(partner.answering(status).ask(CALL)).isEqualTo(String.valueOf(status));
        assertThat(partner.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void whatStaysWrongIsSentTwiceMoreAndThenHandedOn(int status) {
        assertThat(partner.answering(status).ask(CALL)).isEqualTo(String.valueOf(status));
        assertThat(partner.sent).hasSize(3);
        assertThat(partner.retries()).isEqualTo(2);
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        assertThat(partner.failing(Fault.UNAVAILABLE).ask(CALL)).isEqualTo("UNAVAILABLE: as told");
        assertThat(partner.sent).hasSize(3);
    }

    @Test
    void theRetryThatIsAnsweredIsTheAnswer() {
        partner.answering((_, _) -> partner.sent.size() < 2
                ? Mono.error(new PartnerException(Fault.UNAVAILABLE, "broken"))
                : Mono.just(reply(200)));

        assertThat(partner.ask(CALL)).isEqualTo("200");
        assertThat(partner.sent).hasSize(2);
        assertThat(partner.retries()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOfTheBudgetIsAMetric() {
        assertThat(partner.budget()).isEqualTo(3);

        partner.answering(500).ask(1);

        assertThat(partner.budget()).isEqualTo(3 - partner.retries());
        assertThat(partner.retries()).isPositive();
    }

    @Test
    void aRetryThatTimesOutIsTheLast() {
        partner.answering((_, _) -> partner.sent.size() < 2
                ? Mono.just(reply(500))
                : Mono.error(new PartnerException(Fault.TIMED_OUT, "too slow")));

        assertThat(partner.ask(CALL)).isEqualTo("TIMED_OUT: too slow");
        assertThat(partner.sent).hasSize(2);
    }

    @Test
    void aRetryThatIsNotSentLeavesTheFailureAsItWas() {
        partner.answering((_, _) -> partner.sent.size() < 2
                ? Mono.just(reply(503))
                : Mono.error(PartnerException.unasked(Fault.RATE_LIMITED, "no turn")));

        assertThat(partner.ask(CALL)).isEqualTo("503");
    }

    @Test
    void retriesWaitUpToTwiceAsLongEachTimeAndNeverTooLong() {
        var many = GuardedPartner.withRetriesAlone(5).answering(500);
        // Five are more than are given in advance.
        many.answering(404).ask(100);
        many.answering(500).sent.clear();
        var sending = many.send(CALL).subscribe();

        for (int wait : new int[] {50, 100, 200, 400, 500}) {
            int before = many.sent.size();
            many.forward(Duration.ofMillis(wait - 1));
            assertThat(many.sent).hasSize(before);
            many.forward(Duration.ofMillis(1));
            assertThat(many.sent).hasSize(before + 1);
        }
        assertThat(sending.isDisposed()).isTrue();
    }

    @Test
    void aRetryThatWouldBeginAfterTheDeadlineIsNotWaitedFor() {
        var ends = new ArrayList<Integer>();
        partner.within(Duration.ofMillis(1)).answering(500);

        partner.send(CALL).subscribe(reply -> ends.add(reply.status()));

        assertThat(ends).containsExactly(500);
        assertThat(partner.sent).hasSize(1);
    }

    @Test
    void aClientThatLeavesWhileARetryWaitsEndsIt() {
        partner.answering(500);
        var sending = partner.send(CALL).subscribe();
        sending.dispose();
        partner.forward(Duration.ofSeconds(5));

        assertThat(partner.sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, 0", "429, 1", "503, 0", "503, 1", "429, 'Mon, 02 Mar 2026 09:30:01 GMT'"})
    void whoAsksToWaitALittleIsAskedAgainAfterThat(int status, String retryAfter) {
        partner.answering(status, retryAfter);
        var least = retryAfter.equals("0") ? Duration.ZERO : Duration.ofSeconds(1);
        partner.send(CALL).subscribe();

        partner.forward(least.plusMillis(49));
        assertThat(partner.sent).hasSize(1);
        partner.forward(Duration.ofMillis(1));
        assertThat(partner.sent).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "429, 2",
        "503, 2",
        "503, 120",
        "500, 120",
        "503, 99999999999999999999999",
        "503, -1",
        "503, soon",
        "503, ''",
        "429, 'Mon, 02 Mar 2026 09:30:02 GMT'",
        "503, 'Fri, 31 Dec 9999 23:59:59 GMT'"
    })
    void whoAsksToWaitTooLongOrNotInWordsIsNotAskedAgain(int status, String retryAfter) {
        assertThat(partner.answering(status, retryAfter).ask(CALL)).isEqualTo(String.valueOf(status));
        assertThat(partner.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 100, 500, 5_000})
    void aPartnerThatAlwaysFailsGetsAFifthMoreAndNoMore(int calls) {
        partner.answering(500).ask(calls);
        assertThat(partner.sent.size()).isLessThanOrEqualTo(calls * 12 / 10).isGreaterThan(calls);
    }

    @Test
    void withItsCircuitItGetsFarLess() {
        var guarded = GuardedPartner.withDefaults().answering(500);
        guarded.ask(500);
        // No time passes but for the waits of retries: no probe is due.
        assertThat(guarded.sent).hasSize(ENOUGH);
    }

    @Test
    void aLongCalmEarnsNoStorm() {
        partner.answering(200).ask(10_000);
        partner.sent.clear();
        partner.answering(500).ask(100);
        assertThat(partner.sent.size()).isLessThanOrEqualTo(100 + 20 + 10);
    }

    @Test
    void callsThatTheCircuitHoldsBackEarnNothing() {
        var guarded = GuardedPartner.withDefaults().failing(Fault.UNAVAILABLE);
        guarded.ask(ENOUGH);
        assertThat(guarded.openCircuits()).hasSize(1);
        int sent = guarded.sent.size();
        guarded.send(CALL).subscribe(_ -> {}, _ -> {});
        assertThat(guarded.sent).hasSize(sent);
        assertThat(guarded.retries()).isEqualTo(3);
    }

    @Test
    void whatOpensTheCircuitKeepsItsOwnWordsWhenItsRetryIsHeldBack() {
        var guarded = GuardedPartner.withDefaults();
        guarded.answering(404).ask(1);
        guarded.answering(504).ask(8);
        guarded.answering(500);

        // The tenth call opens the circuit, and its retry finds it open.
        assertThat(guarded.ask(CALL)).isEqualTo("500");
        assertThat(guarded.sent).hasSize(10);
        assertThat(guarded.retries()).isZero();
    }

    @Test
    void noneIsMadeWhenNoneIsWanted() {
        var none = GuardedPartner.withRetriesAlone(0).answering(500);
        none.ask(10);
        assertThat(none.sent).hasSize(10);
    }
}
