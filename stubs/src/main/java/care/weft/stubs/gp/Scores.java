package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes the uncategorised data of one chart: scores of assessments, and all else that is measured or noted. */
final class Scores {

    private static final String PROFILE = GpChart.CARE_CONNECT + "Observation-1";

    private final GpChart chart;

    Scores(GpChart chart) {
        this.chart = chart;
    }

    /** A scored instrument, as practices code it. */
    enum Score {
        CLINICAL_FRAILTY(
                Elements.SNOMED, "763264000", "Canadian Study of Health and Aging Clinical Frailty Scale score", 9),
        ELECTRONIC_FRAILTY_INDEX(Elements.SNOMED, "713634000", "Frailty Index", 1),
        MUST(Elements.SNOMED, "444297006", "Malnutrition universal screening tool score", 6),
        PHQ_9(Elements.SNOMED, "720433000", "Patient Health Questionnaire Nine Item score", 27),
        GAD_7(Elements.SNOMED, "445455005", "Generalized anxiety disorder 7 item score", 21),
        SIX_CIT(Elements.SNOMED, "1085151000000108", "Six Item Cognitive Impairment Test total score", 28),
        GPCOG(Elements.SNOMED, "756521000000105", "General practitioner assessment of cognition score", 9),
        AUDIT_C(Elements.SNOMED, "763256006", "Alcohol Use Disorders Identification Test - Consumption score", 12),
        WATERLOW(Elements.SNOMED, "278897004", "Waterlow pressure sore risk score", 30),
        /** Practice systems have codes of their own too. */
        FALLS_RISK(GpChart.LOCAL + "CodeSystem/observation", "FRAT", "FRAT (falls risk assessment tool) score", 5);

        private final String system;
        private final String code;
        private final String display;
        private final int highest;

        Score(String system, String code, String display, int highest) {
            this.system = system;
            this.code = code;
            this.display = display;
            this.highest = highest;
        }

        int highest() {
            return highest;
        }
    }

    void add(Score score, String value, LocalDate day, Staff by, String comment) {
        var observation = observation(score, day, by).set("valueQuantity", quantity(value, null));
        observation.put("comment", chart.text(comment));
        chart.keepObservation(day, observation);
    }

    /** A heading with the total below it, both of the same code, as some systems record a questionnaire. */
    void addGrouped(Score score, String value, LocalDate day, Staff by, String comment) {
        var heading = observation(score, day, by).put("comment", chart.text(comment));
        var total = observation(score, day, by).set("valueQuantity", quantity(value, null));
        heading.set("related", array(related("has-member", total)));
        total.set("related", array(related("derived-from", heading)));
        chart.keepObservation(day, heading);
        chart.keepObservation(day, total);
    }

    /** What is no assessment: blood pressure, weight, a note. */
    void addMeasurements(LocalDate day, int systolic, int weight) {
        var pressure =
                observation(Elements.coding(Elements.SNOMED, "75367002", "Blood pressure"), day, Staff.PRACTICE_NURSE);
        pressure.set(
                "component",
                array(
                        component("72313002", "Systolic arterial pressure", systolic),
                        component("1091811000000102", "Diastolic arterial pressure", systolic - 55)));
        chart.keepObservation(day, pressure);
        var weighed = observation(
                        Elements.coding(Elements.SNOMED, "27113001", "Body weight"), day, Staff.PRACTICE_NURSE)
                .set("valueQuantity", quantity(String.valueOf(weight), "kg"));
        chart.keepObservation(day, weighed);
        var note = observation(
                        Elements.coding(Elements.SNOMED, "37331000000100", "Comment note"), day, Staff.PRACTICE_NURSE)
                .put("comment", chart.text("Feels well, no falls risk discussed"));
        chart.keepObservation(day, note);
    }

    private ObjectNode observation(Score score, LocalDate day, Staff by) {
        return observation(Elements.coding(score.system, score.code, score.display), day, by);
    }

    private ObjectNode observation(ObjectNode coding, LocalDate day, Staff by) {
        var observation = chart.begin("Observation", PROFILE);
        var time = GpChart.text(GpChart.at(day, 11, 20));
        return observation
                .set("identifier", array(GpChart.ownIdentifier(observation)))
                .put("status", "final")
                .set("code", Elements.concept(coding, null))
                .set("subject", chart.patient())
                .put("effectiveDateTime", time)
                .put("issued", time)
                .set("performer", array(Elements.reference("Practitioner", by.id(chart.surgery()))));
    }

    private static ObjectNode component(String code, String display, int value) {
        return object(
                "code",
                Elements.concept(Elements.coding(Elements.SNOMED, code, display), null),
                "valueQuantity",
                quantity(String.valueOf(value), "mm[Hg]"));
    }

    private static ObjectNode quantity(String value, @Nullable String unit) {
        return object("value", new BigDecimal(value), "unit", unit);
    }

    private static ObjectNode related(String type, ObjectNode target) {
        return object(
                "type",
                type,
                "target",
                Elements.reference("Observation", target.get("id").asString()));
    }
}
