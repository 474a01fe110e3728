package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.advice.rules.AdviceDecision;
import care.weft.gateway.advice.rules.AdviceReason;
import care.weft.gateway.advice.rules.AssessmentAdvice;
import care.weft.gateway.store.AdviceRows;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Whoever is to be advised does not wait for what is kept of it. */
@ExtendWith(OutputCaptureExtension.class)
class AdviceOutcomesTests {

    private static final String PERSON = "a-pseudonym";

    @Test
    void aStoreThatDoesNotSayWhatWasGivenBeforeIsWaitedForTwoSeconds(CapturedOutput log) {
        isGivenAfterTwoSeconds(Map.of("find", Flux.never()));

        assertThat(log).contains("figures will miss it").doesNotContain(PERSON);
    }

    @Test
    void aStoreThatDoesNotWriteIsWaitedForTwoSeconds() {
        isGivenAfterTwoSeconds(Map.of("find", Flux.empty(), "add", Mono.never()));
    }

    private static void isGivenAfterTwoSeconds(Map<String, Object> answers) {
        var outcomes = new AdviceOutcomes(rows(answers), Clock.systemUTC());

        StepVerifier.withVirtualTime(() -> outcomes.give(List.of(given())))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(1_999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(Map.of())
                .verifyComplete();
    }

    private static AdviceRows rows(Map<String, Object> answers) {
        return (AdviceRows) Proxy.newProxyInstance(
                AdviceRows.class.getClassLoader(),
                new Class<?>[] {AdviceRows.class},
                (_, method, _) -> answers.get(method.getName()));
    }

    private static GivenAdvice given() {
        var advice = new AssessmentAdvice(
                AdviceDecision.PROCEED,
                AdviceReason.NOT_COVERED,
                List.of(),
                null,
                List.of(),
                List.of(),
                Set.of(),
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                "1");
        return new GivenAdvice("advice", "reader", PERSON, null, "CFS", "trust", advice);
    }
}
