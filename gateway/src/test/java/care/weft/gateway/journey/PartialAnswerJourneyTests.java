package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** A partner that answers in part says whether asking again may bring the rest. */
class PartialAnswerJourneyTests extends TrustJourney {

    private static final String ASSESSMENTS =
            "assessments { nodes { id } complete sources { outcome retryable message } }";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One of the searches that assessments are made of. */
    private static final String ONE_SEARCH = "Observation";

    private final Person person = story(Story.THREE_ASSESSMENTS);
    private final TrustAdmin trust =
            new TrustAdmin(STUBS.trust(), STUBS.identityProvider().partnerToken("trust"));

    @AfterEach
    void mendTheTrust() {
        trust.mend();
    }

    @Test
    void whereAPartWasNotReachedAskingAgainMayHelp() {
        trust.answer(ONE_SEARCH, Map.of("status", 503));

        var assessments = assessments();
        var source = assessments.path("sources").path(0);

        assertThat(assessments.path("nodes").isEmpty()).isFalse();
        assertThat(assessments.path("complete").asBoolean()).isFalse();
        assertThat(source.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(source.path("retryable").asBoolean()).isTrue();
        assertThat(source.path("message").asString()).contains("answered in part", "try again");

        trust.mend();
        assertThat(assessments().path("sources").path(0).path("outcome").asString())
                .isEqualTo("ANSWERED");
    }

    @Test
    void soItMayWhereAPartWasLate() {
        trust.answer(ONE_SEARCH, Map.of("status", 200, "fixedDelayMilliseconds", 4_000));

        var source = assessments().path("sources").path(0);

        assertThat(source.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(source.path("retryable").asBoolean()).isTrue();
    }

    @Test
    void whereAPartMakesNoSenseAskingAgainDoesNot() {
        trust.answer(ONE_SEARCH, Map.of("status", 200, "body", "<html>Please sign in</html>"));

        var source = assessments().path("sources").path(0);

        assertThat(source.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(source.path("retryable").asBoolean()).isFalse();
        assertThat(source.path("message").asString())
                .contains("look in its own system")
                .doesNotContain("try again");
    }

    /** Well-formed, status 200, and it says that something is missing for now. */
    @Test
    void whatThePartnerItselfCallsPassingMayPass() {
        var found = JSON.readTree(trust.search(ONE_SEARCH, person));
        ((ArrayNode) found.path("entry"))
                .addObject()
                .putObject("resource")
                .put("resourceType", "OperationOutcome")
                .putArray("issue")
                .addObject()
                .put("severity", "error")
                .put("code", "timeout");
        trust.answer(ONE_SEARCH, Map.of("status", 200, "body", found.toString()));

        var source = assessments().path("sources").path(0);

        assertThat(source.path("outcome").asString()).isEqualTo("PARTIAL");
        assertThat(source.path("retryable").asBoolean()).isTrue();
        assertThat(source.path("message").asString()).contains("try again");
    }

    private JsonNode assessments() {
        return askAbout(person, ASSESSMENTS).person().path("assessments");
    }
}
