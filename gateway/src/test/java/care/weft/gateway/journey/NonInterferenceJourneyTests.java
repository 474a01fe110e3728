package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.partner.Disorder;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
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
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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

    private static final Set<String> APPOINTMENT = Set.of("Appointment");
    private static final Set<String> OF_THE_TRUST = Set.of(
            "Appointment",
            "ServiceRequest",
            "Encounter",
            "EpisodeOfCare",
            "Observation",
            "QuestionnaireResponse",
            "Task");
    private static final Set<String> OF_THE_COUNCIL =
            Set.of("CareTeam", "EpisodeOfCare", "RelatedPerson", "ServiceRequest", "Task");
    private static final Set<String> OF_PRACTICES = Set.of("Appointment", "Observation", "ReferralRequest");

    private static final String WHY = "Asked to see them again by a relative";

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

    /** By what a record is hidden from whom. */
    @SuppressWarnings(
            "ImmutableEnumChecker") // What is in it is made once, of immutable collections and functions without a
    // state.
    private enum Hidden {
        VERY_RESTRICTED_FROM_A_GP("V", staff("gp"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
        VERY_RESTRICTED_FROM_A_COORDINATOR("V", staff("mdt"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
        VERY_RESTRICTED_FROM_WHO_WOULD_CARE_BY_IT(
                "V", agency(Organisation.TRUST, null), List.of(), OF_THE_TRUST, Set.of(), Set.of()),
        RESTRICTED_FROM_A_LINK_WORKER("R", staff("link-worker"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
        RESTRICTED_FROM_SUPPORT_STAFF("R", as("SUPPORT_STAFF"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
        RESTRICTED_FROM_WHOSE_ORGANISATION_KNOWS_THE_PERSON(
                "R",
                agency(Organisation.MENTAL_HEALTH, WHY),
                List.of(Story.CONFLICTING_BIRTH_DATE),
                OF_THE_TRUST,
                Set.of(),
                OF_PRACTICES),
        NOT_FOR_THE_PERSON("NOPAT", Hidden::person, List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
        NOT_FOR_A_PROXY("NOPAT", as("PROXY"), List.of(), OF_THE_TRUST, OF_THE_COUNCIL, OF_PRACTICES),
        A_SECTION_NOT_FOR_THE_ROLE(
                null,
                staff("link-worker"),
                List.of(),
                Set.of("ServiceRequest", "Encounter"),
                Set.of("ServiceRequest"),
                Set.of("ReferralRequest")),
        ANOTHER_SERVICES_RECORD(null, staff("link-worker"), List.of(), APPOINTMENT, Set.of(), Set.of()),
        SOCIAL_CARE_FROM_WHOSE_ORGANISATION_KNOWS_THE_PERSON(
                null,
                agency(Organisation.MENTAL_HEALTH, WHY),
                List.of(Story.CONFLICTING_BIRTH_DATE),
                Set.of(),
                OF_THE_COUNCIL,
                Set.of());

        private final @Nullable String label;
        private final BiFunction<NonInterferenceJourneyTests, Asked, HttpRequest.Builder> asking;
        private final List<Story> people;
        private final Set<String> trust;
        private final Set<String> council;
        private final Set<String> practices;

        Hidden(
                @Nullable String label,
                BiFunction<NonInterferenceJourneyTests, Asked, HttpRequest.Builder> asking,
                List<Story> people,
                Set<String> trust,
                Set<String> council,
                Set<String> practices) {
            this.label = label;
            this.asking = asking;
            this.people = people.isEmpty()
                    ? Arrays.stream(Story.values())
                            .filter(story -> story != Story.NO_NHS_NUMBER)
                            .toList()
                    : people;
            this.trust = trust;
            this.council = council;
            this.practices = practices;
        }

        /** Where the whole section is denied, no partner is asked for it. */
        private boolean isAskedFor() {
            return this != A_SECTION_NOT_FOR_THE_ROLE && this != SOCIAL_CARE_FROM_WHOSE_ORGANISATION_KNOWS_THE_PERSON;
        }

        private static BiFunction<NonInterferenceJourneyTests, Asked, HttpRequest.Builder> staff(String user) {
            return (test, asked) -> test.request(asked, STUBS.identityProvider().token(user));
        }

        private static HttpRequest.Builder person(NonInterferenceJourneyTests test, Asked asked) {
            return test.request(asked, STUBS.identityProvider().personToken(number(asked.person())));
        }

        private static BiFunction<NonInterferenceJourneyTests, Asked, HttpRequest.Builder> as(String role) {
            return (test, asked) -> test.request(asked, STUBS.identityProvider().token("mdt", claims -> {
                claims.put("roles", List.of(role));
                claims.put("proxy_for", List.of(number(asked.person())));
            }));
        }

        /** A nurse whom nothing ties to anybody but what an organisation holds. */
        private static BiFunction<NonInterferenceJourneyTests, Asked, HttpRequest.Builder> agency(
                Organisation of, @Nullable String reason) {
            return (test, asked) -> {
                var request = test.request(asked, STUBS.identityProvider().token("nurse", claims -> {
                    claims.put("employer", Map.of("ods", "AGENCY", "name", "An agency"));
                    claims.put("acts_for", List.of(Map.of("ods", of.ods(), "name", of.name())));
                }));
                return reason == null ? request : request.header("Access-Reason", reason);
            };
        }
    }

    /** @param id of the request, the same each time that it is sent */
    private record Asked(Hidden hidden, Person person, String document, String id) {}

    private HttpRequest.Builder request(Asked asked, String token) {
        return post(asked.document(), Map.of("n", number(asked.person())))
                .header("X-Request-ID", asked.id())
                .header("Authorization", "Bearer " + token);
    }

    @Test
    void theAnswerWithAHiddenRecordIsThatWithoutItByteForByte() throws Exception {
        var differing = new ArrayList<String>();
        int compared = 0;
        for (var hidden : Hidden.values()) {
            var questions = questions(hidden);
            answers(questions.subList(0, hidden.people.size()), List.of());
            var without = answers(questions, List.of());
            var records = List.of(
                    new HiddenRecord(hidden.trust, hidden.label),
                    new HiddenRecord(hidden.council, hidden.label),
                    new HiddenRecord(hidden.practices, hidden.label));
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
                            new HiddenRecord(OF_THE_TRUST, label),
                            new HiddenRecord(OF_THE_COUNCIL, label),
                            new HiddenRecord(OF_PRACTICES, label)));

            assertThat(with).filteredOn(answer -> !without.contains(answer)).hasSizeGreaterThan(QUERIES / 16);
        }
    }

    private static List<Asked> questions(Hidden hidden) {
        var queries = new RandomQueries(hidden.name().hashCode());
        var questions = new ArrayList<Asked>();
        for (int number = 0; number < QUERIES; number++) {
            var person = story(hidden.people.get(number % hidden.people.size()));
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
                        var answer =
                                send(asked.hidden().asking.apply(this, asked)).http();
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
