package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Assessment;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a person was cared for when they were assessed. */
class AssessedWhereTests {

    private static final Map<String, String> SETTINGS =
            Map.of("home-encounters", "https://trust.example/visits|HOME", "care-home-encounters", "Care home visit");

    private final FakeTrust trust = FakeTrust.empty();

    @ParameterizedTest
    @CsvSource({
        "IMP, , HOSPITAL",
        "ACUTE, , HOSPITAL",
        "NONAC, , HOSPITAL",
        // Neither tells where the person lives.
        "AMB, , ",
        "EMER, , ",
        "VR, , ",
        // At home, or in a care home: that the trust says in words of its own.
        "HH, , ",
        "HH, HOME, HOME",
        "HH, CARE, CARE_HOME",
        // Who says both has said neither.
        "IMP, HOME, ",
    })
    void anEncounterTellsItWhereItStatesIt(String code, @Nullable String type, @Nullable CareSetting expected) {
        assertThat(assessedAt(code, type)).isEqualTo(expected);
    }

    @Test
    void withoutTheEncounterNobodyKnows() {
        trust.answering("QuestionnaireResponse", 200, """
                {"resourceType": "Bundle", "entry": [{"resource": %s}]}""".formatted(response()));

        assertThat(Asking.one(trust, SETTINGS, Section.ASSESSMENTS, Assessment.class)
                        .setting())
                .isNull();
    }

    private @Nullable CareSetting assessedAt(String code, @Nullable String type) {
        var types = type == null
                ? ""
                : type.equals("HOME")
                        ? ", \"type\": [{\"coding\": [{\"system\": \"https://trust.example/visits\", \"code\": \"HOME\"}]}]"
                        : ", \"type\": [{\"text\": \"Care home visit\"}]";
        trust.answering("QuestionnaireResponse", 200, """
                {"resourceType": "Bundle", "entry": [
                  {"search": {"mode": "match"}, "resource": %s},
                  {"search": {"mode": "include"}, "resource": {"resourceType": "Encounter", "id": "7",
                    "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "%s"}%s}}]}""".formatted(response(), code, types));
        return Asking.one(trust, SETTINGS, Section.ASSESSMENTS, Assessment.class)
                .setting();
    }

    private static String response() {
        return """
                {"resourceType": "QuestionnaireResponse", "id": "1", "subject": {"reference": "Patient/123"}, "status": "completed",
                  "questionnaire": "https://forms.example/q", "encounter": {"reference": "Encounter/7"}}""";
    }
}
