package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A gateway that has too much to do says so at once, and does what it has begun. */
@TestPropertySource(
        properties = {"weft.web.admission.initial=10", "weft.web.admission.least=10", "weft.web.admission.most=10"})
class OverloadJourneyTests extends TrustJourney {

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @Autowired
    private MeterRegistry metrics;

    @Test
    void whatIsTooMuchIsRefusedAtOnceAndListsFirst() {
        STUBS.trust().delay(Duration.ofMillis(1_200));
        var begun = IntStream.range(0, 9).mapToObj(_ -> sendAsync(one())).toList();
        waitUntilLetIn(begun);

        var began = System.nanoTime();
        var list = send(list());

        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("at once").isLessThan(Duration.ofMillis(700));
        assertThat(list.http().statusCode()).isEqualTo(503);
        assertThat(list.http().headers().firstValue("Retry-After")).contains("1");
        assertThat(list.errorCode()).isEqualTo("OVERLOADED");

        var tenth = sendAsync(one());
        assertThat(begun.stream().map(CompletableFuture::join))
                .allMatch(answer -> answer.http().statusCode() == 200);
        assertThat(tenth.join().http().statusCode())
                .as("there was room for one more person")
                .isEqualTo(200);
        assertThat(send(one()).http().statusCode()).as("afterwards").isEqualTo(200);
    }

    /** Again and again, on the connections on which they were refused. */
    @Test
    void whoeverIsRefusedMayAskAgain() {
        var statuses = Flux.range(0, 24)
                .flatMap(client -> Flux.range(0, 25)
                        .concatMap(turn ->
                                Mono.fromFuture(() -> sendAsync((client + turn) % 10 == 0 ? list() : one()))))
                .map(answer -> answer.http().statusCode())
                .collectList()
                .block(Duration.ofSeconds(40));

        assertThat(statuses).hasSize(24 * 25).containsOnly(200, 503);
        assertThat(send(one()).http().statusCode()).as("afterwards").isEqualTo(200);
    }

    /** Refused before their bodies have been read, on connections that they keep. */
    @Test
    void manyWhoAreRefusedAreAnsweredEachTime() {
        STUBS.trust().delay(Duration.ofSeconds(4));
        var begun = IntStream.range(0, 10).mapToObj(_ -> sendAsync(one())).toList();
        waitUntilLetIn(begun);

        var statuses = Flux.range(0, 16)
                .flatMap(_ -> Mono.fromFuture(() -> sendAsync(one()))
                        .timeout(Duration.ofSeconds(9))
                        .repeat(() -> begun.stream().noneMatch(CompletableFuture::isDone)))
                .map(answer -> answer.http().statusCode())
                .collectList()
                .block(Duration.ofSeconds(40));

        assertThat(statuses).hasSizeGreaterThan(16).contains(503);
        assertThat(begun.stream().map(CompletableFuture::join))
                .allMatch(answer -> answer.http().statusCode() == 200);
    }

    private HttpRequest.Builder list() {
        return post("query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { id } }", Map.of("n", List.of(number(person))))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp"));
    }

    private HttpRequest.Builder one() {
        return post(
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { stays { complete } } }",
                        Map.of("n", number(person)))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp"));
    }

    /** All have been let in: whether their calls have gone out depends on what the trust lets ask at once. */
    private void waitUntilLetIn(List<CompletableFuture<Answer>> begun) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(4))
                .until(() -> metrics.get("weft.operations").gauge().value() == begun.size());
    }
}
