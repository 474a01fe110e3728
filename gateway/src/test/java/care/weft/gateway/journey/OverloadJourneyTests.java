package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A gateway that has too much to do says so at once, and does what it has begun. */
@TestPropertySource(
        properties = {"weft.web.admission.initial=10", "weft.web.admission.least=10", "weft.web.admission.most=10"})
class OverloadJourneyTests extends TrustJourney {

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @Test
    void whatIsTooMuchIsRefusedAtOnceAndListsFirst() {
        STUBS.trust().delay(Duration.ofMillis(1_200));
        var begun = IntStream.range(0, 9).mapToObj(_ -> sendAsync(one())).toList();
        waitUntilAsked(begun);

        var began = System.nanoTime();
        var list = send(post(
                        "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { id } }",
                        Map.of("n", List.of(number(person))))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp")));

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

    private HttpRequest.Builder one() {
        return post(
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { stays { complete } } }",
                        Map.of("n", number(person)))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp"));
    }

    /** All are under way when the trust has been asked by each, or as many as it lets ask at once. */
    private static void waitUntilAsked(List<CompletableFuture<Answer>> begun) {
        while (STUBS.trust().calls("Patient") < 8 && begun.stream().noneMatch(CompletableFuture::isDone)) {
            Thread.onSpinWait();
        }
    }
}
