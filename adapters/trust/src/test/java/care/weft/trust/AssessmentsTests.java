package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Assessment;
import care.weft.spi.model.Section;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssessmentsTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void threeFormsMakeOneSection() {
        trust.holding("QuestionnaireResponse", """
                        {"resourceType": "QuestionnaireResponse", "id": "1", "subject": {"reference": "Patient/123"}}""").holding("Observation", """
                        {"resourceType": "Observation", "id": "1", "code": {"text": "Score"}, "subject": {"reference": "Patient/123"}}""").holding("Task", """
                        {"resourceType": "Task", "id": "1", "description": "Visit", "for": {"reference": "Patient/123"}}""");

        assertThat(Asking.found(trust, Section.ASSESSMENTS).entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("QuestionnaireResponse/1", "Observation/1", "Task/1");
    }

    /** The assessment that a trust tells by one record alone. */
    static Assessment one(FakeTrust trust, Map<String, String> settings, String resourceType, String content) {
        trust.holding(resourceType, "{\"resourceType\": \"" + resourceType + "\", \"id\": \"1\", " + content + "}");
        return Asking.one(trust, settings, Section.ASSESSMENTS, Assessment.class);
    }
}
