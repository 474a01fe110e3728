package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One person from the hospital trust, with everything that it holds. */
class OnePersonJourneyTests extends Journey {

    @Test
    void theTrustsAssessmentsComeInAllThreeFormsWithProvenance() {
        var person = askAbout(story(Story.THREE_ASSESSMENTS), """
                assessments(first: 50) {
                  nodes { title assessmentStatus content score provenance { partner { id } recordId freshness ageSeconds } }
                  totalCount { value atLeast } completeness complete
                  sources { partner { id } outcome rejectedRecords retryable message }
                }""").person();

        assertThat(values(person.path("assessments").path("nodes"), "content")).contains("FULL", "SCORE", "METADATA");
    }

    static List<String> values(JsonNode nodes, String field) {
        var values = new ArrayList<String>();
        nodes.forEach(node -> values.add(node.path(field).asString()));
        return values;
    }
}
