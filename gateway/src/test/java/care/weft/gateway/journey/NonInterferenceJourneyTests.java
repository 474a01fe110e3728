package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.partner.Disorder;
import care.weft.stubs.population.Person;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever is asked, the answer with a record that may not be seen is that without it, byte for byte. */
@SpringBootTest(
        classes = Gateway.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "weft.cache.keep=0s",
            // The register's word is the same for all: it is asked once.
            "weft.register.keep=1h",
            "weft.web.deadline=60s",
            "weft.partners.demographics.adapter.calls-per-second=" + FrontDoor.REGISTER_CALLS_PER_SECOND
        })
@Import(NonInterferenceJourneyTests.StillClock.class)
class NonInterferenceJourneyTests extends FrontDoor {

    /** Of each way of being hidden. */
    private static final int QUERIES = 92;

    private static final int AT_ONCE = 4;

    @DynamicPropertySource
    static void beforeTheStubs(DynamicPropertyRegistry registry) throws IOException {
        GatewaySettings.before(STUBS, Files.createTempDirectory("weft-journeys"))
                .forEach((name, value) -> registry.add(name, () -> value));
        keepCircuitsClosed(registry, Set.copyOf(STUBS.partners().keySet()));
        STUBS.partners().keySet().forEach(id -> registry.add("weft.partners." + id + ".timeout", () -> "30s"));
    }

    private static final Clock STILL = Clock.fixed(StoryClock.START, ZoneOffset.UTC);

    @BeforeAll
    static void stopThePartnersClock() {
        PARTNERS_CLOCK.set(STILL);
    }

    @AfterAll
    static void letItGoOn() {
        PARTNERS_CLOCK.set(StoryClock.clock());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StillClock {

        @Bean
        @Primary
        Clock stillTime() {
            return STILL;
        }
    }

    @Override
    Class<?> gateway() {
        return NonInterferenceJourneyTests.class;
    }

    /** @param id of the request, the same each time that it is sent */
    private record Asked(Hidden hidden, Person person, String document, String id) {}

    private HttpRequest.Builder request(Asked asked) {
        var asker = asked.hidden().asker(STUBS.identityProvider(), asked.person());
        var request = post(asked.document(), Map.of("n", number(asked.person())))
                .header("X-Request-ID", asked.id())
                .header("Authorization", "Bearer " + asker.token());
        return asker.reason() == null ? request : request.header("Access-Reason", asker.reason());
    }

    @Test
    void theAnswerWithAHiddenRecordIsThatWithoutItByteForByte() throws Exception {
        var differing = new ArrayList<String>();
        int compared = 0;
        for (var hidden : Hidden.values()) {
            var questions = questions(hidden);
            answers(questions.subList(0, hidden.people().size()), List.of());
            var without = answers(questions, List.of());
            var records = hidden.records();
            var with = answers(questions, records);

            int sent = records.stream().mapToInt(HiddenRecord::sent).sum();
            assertThat(sent > QUERIES / 8)
                    .as(hidden + ": answers that held it, and none where the partner must not even be asked: " + sent)
                    .isEqualTo(hidden.isAskedFor());
            for (int place = 0; place < questions.size(); place++) {
                compared++;
                if (!with.get(place).equals(without.get(place)) && differsAgain(questions.get(place), records)) {
                    differing.add(hidden + ": " + difference(without.get(place), with.get(place)) + " to "
                            + questions.get(place).document());
                }
                assertThat(with.get(place)).doesNotContain(HiddenRecord.WORDS);
            }
        }

        assertThat(compared).isGreaterThan(1_000);
        assertThat(differing).isEmpty();
    }

    /** The first one, with what is around it. */
    private static String difference(String without, String with) {
        int at = 0;
        while (at < Math.min(without.length(), with.length()) && without.charAt(at) == with.charAt(at)) {
            at++;
        }
        return excerpt(without, at) + " is with it " + excerpt(with, at);
    }

    private static String excerpt(String text, int at) {
        return text.substring(Math.max(0, at - 150), Math.min(text.length(), at + 150));
    }

    /** A partner that was late once, on a busy machine, is late by chance; what leaks leaks each time. */
    private boolean differsAgain(Asked question, List<HiddenRecord> records) throws Exception {
        return !answers(List.of(question), List.of()).equals(answers(List.of(question), records));
    }

    /** What makes the test above worth something: a record that may be seen makes a difference. */
    @Test
    void aRecordThatIsNotHiddenIsNoticed() throws Exception {
        var questions = questions(Hidden.VERY_RESTRICTED_FROM_A_GP).subList(0, QUERIES / 2);
        var without = answers(questions, List.of());
        for (var label : Arrays.asList(null, "R")) {
            var with = answers(
                    questions,
                    List.of(
                            new HiddenRecord(HiddenRecord.OF_THE_TRUST, label),
                            new HiddenRecord(HiddenRecord.OF_THE_COUNCIL, label),
                            new HiddenRecord(HiddenRecord.OF_PRACTICES, label)));

            assertThat(with).filteredOn(answer -> !without.contains(answer)).hasSizeGreaterThan(QUERIES / 16);
        }
    }

    private static List<Asked> questions(Hidden hidden) {
        var queries = new RandomQueries(hidden.name().hashCode());
        var questions = new ArrayList<Asked>();
        for (int number = 0; number < QUERIES; number++) {
            var person = story(hidden.people().get(number % hidden.people().size()));
            questions.add(new Asked(hidden, person, queries.next(), hidden.name() + "-" + number));
        }
        return questions;
    }

    /** @param records at the trust, the council and the practices; empty for none */
    private List<String> answers(List<Asked> questions, List<HiddenRecord> records) throws Exception {
        STUBS.trust().disorder(records.isEmpty() ? Disorder.NONE : records.get(0));
        STUBS.council().disorder(records.isEmpty() ? Disorder.NONE : records.get(1));
        STUBS.gp().disorder(records.isEmpty() ? Disorder.NONE : records.get(2));
        try (var askers = Executors.newFixedThreadPool(AT_ONCE)) {
            var asking = questions.stream()
                    .<Callable<String>>map(asked -> () -> {
                        var answer = send(request(asked)).http();
                        return answer.statusCode() + " " + answer.body();
                    })
                    .toList();
            var answers = new ArrayList<String>();
            for (var answer : askers.invokeAll(asking)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
