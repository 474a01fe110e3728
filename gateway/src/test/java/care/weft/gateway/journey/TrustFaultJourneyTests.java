package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.spi.model.PartnerId;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Everything that may go wrong at a partner: the answer comes in time and says so, and is whole again once the partner is. */
class TrustFaultJourneyTests extends TrustJourney {

    /** The deadline of an operation, and a margin for a busy machine. */
    private static final Duration IN_TIME = Duration.ofSeconds(7);

    private static final Set<String> RETRYABLE = Set.of("TIMED_OUT", "UNAVAILABLE", "RATE_LIMITED");

    private static final String LIST = """
            { nodes { title provenance { recordId } } totalCount { value atLeast } completeness complete
              sources { partner { id } outcome retryable rejectedRecords message } }""";
    private static final List<String> SECTIONS = List.of("appointments", "assessments");
    private static final String QUERY =
            "query($n: NhsNumber!) { person(nhsNumber: $n) { identities { state } appointments(first: 50) " + LIST
                    + " assessments(first: 50) " + LIST + " } }";

    private final Person person = story(Story.THREE_ASSESSMENTS);
    private final Person another = STUBS.population().of(SpecialPerson.CARED_FOR);
    private final TrustAdmin admin =
            new TrustAdmin(STUBS.trust(), STUBS.identityProvider().partnerToken("trust"));

    @Autowired
    private AuditTrail trail;

    /** Which of the trust's answers go wrong. */
    enum Where {
        SEARCHES,
        IDENTIFICATION;

        /** Appointments take one search, assessments three side by side. */
        List<String> types() {
            return switch (this) {
                case SEARCHES -> List.of("Appointment", "QuestionnaireResponse", "Observation", "Task");
                case IDENTIFICATION -> List.of("Patient");
            };
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(TrustFault.values())
                .flatMap(fault -> Stream.of(Where.values())
                        .filter(where -> fault != TrustFault.STOPPED || where == Where.IDENTIFICATION)
                        .map(where -> Arguments.of(fault, where)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverThePartnerDoesTheAnswerSaysSo(TrustFault fault, Where where) {
        begin(fault, where);
        var outcome = where == Where.SEARCHES ? fault.onSearches() : fault.onIdentification();

        var answer = answerInTime();

        assertThat(canaries(answer)).as("nobody else is in the answer").allMatch(person.canary()::equals);
        for (var section : SECTIONS) {
            assertSaid(outcome, answer.person().path(section));
        }
        assertThat(answer.person().path("identities").path(0).path("state").asString())
                .isEqualTo(state(where, outcome));
        if (fault == TrustFault.SOMEBODY_ELSE) {
            assertAudited(answer, where);
        }

        end(fault);
        var next = answerInTime().person();
        for (var section : SECTIONS) {
            assertSaid("ANSWERED", next.path(section));
        }
    }

    private void begin(TrustFault fault, Where where) {
        if (fault == TrustFault.STOPPED) {
            STUBS.trust().stop();
            return;
        }
        for (var type : where.types()) {
            var search = new TrustFault.Search(
                    admin.search(type, person),
                    admin.search(type, another),
                    STUBS.trust().baseUrl() + "/" + type);
            admin.answer(type, fault.response(search));
        }
    }

    private void end(TrustFault fault) {
        if (fault == TrustFault.STOPPED) {
            STUBS.trust().start();
        } else {
            admin.mend();
        }
    }

    private Answer answerInTime() {
        var begin = System.nanoTime();
        var answer = send(post(QUERY, Map.of("n", number(person)))
                .timeout(SOON)
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("gp")));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(IN_TIME);
        assertThat(answer.http().statusCode()).isEqualTo(200);
        return answer;
    }

    private void assertSaid(String outcome, JsonNode list) {
        var source = list.path("sources").path(0);
        assertThat(source.path("outcome").asString()).isEqualTo(outcome);
        assertThat(source.path("retryable").asBoolean()).isEqualTo(RETRYABLE.contains(outcome));
        assertThat(source.path("message").asString())
                .contains("Manchester University NHS Foundation Trust")
                .doesNotContain(
                        number(person),
                        person.name().family(),
                        STUBS.trust().patientIds(person).getFirst(),
                        STUBS.trust().hospitalNumbers(person).getFirst());

        boolean whole = outcome.equals("ANSWERED");
        assertThat(list.path("completeness").asString()).isEqualTo(whole ? "COMPLETE" : "INCOMPLETE");
        assertThat(list.path("complete").asBoolean()).isEqualTo(whole);
        assertThat(list.path("totalCount").path("atLeast").asBoolean()).isNotEqualTo(whole);
        boolean shown = whole || outcome.equals("PARTIAL");
        assertThat(list.path("nodes").isEmpty()).isNotEqualTo(shown);
        assertThat(list.path("totalCount").path("value").asInt())
                .isEqualTo(list.path("nodes").size());
        assertThat(source.path("rejectedRecords").asInt() > 0).isEqualTo(outcome.equals("PARTIAL"));
    }

    private static String state(Where where, String outcome) {
        return where == Where.SEARCHES || outcome.equals("ANSWERED") ? "CONFIRMED" : "NO_MATCH";
    }

    private void assertAudited(Answer answer, Where where) {
        var facts = facts(trail, answer);
        var key = key(person);
        var trust = new PartnerId("trust");
        if (where == Where.SEARCHES) {
            assertThat(facts).contains(new AuditFact.SecurityEvent("RECORD_OF_ANOTHER_PERSON", key, trust));
        } else {
            assertThat(facts)
                    .contains(
                            new AuditFact.Lookup(key, trust, "INVALID_ANSWER"),
                            new AuditFact.SecurityEvent("LOOKUP_OF_ANOTHER_PERSON", key, trust));
        }
    }

    private static List<String> canaries(Answer answer) {
        return Canaries.PATTERN
                .matcher(answer.http().body())
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
