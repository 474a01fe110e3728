package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Elements.reference;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Population;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes assessments in the three ways in which a trust holds them: tasks, forms and scores. */
final class Assessments {

    private final Chart chart;

    Assessments(Chart chart) {
        this.chart = chart;
    }

    /**
     * A Task: somebody is to assess.
     *
     * @param status of FHIR's task statuses
     * @param asked when, as exact as is recorded
     * @param begun null for one that has not begun
     * @param due the day for which it is booked; null when none is set
     */
    void task(
            AssessmentKind kind,
            String status,
            String asked,
            @Nullable String begun,
            @Nullable LocalDate due,
            String team) {
        var task = chart.begin("Task", day(begun == null ? asked : begun));
        task.set("contained", array(careTeam(team)));
        var code = concept(kind.coding(), chart.text(kind.title()));
        kind.furtherCodings().forEach(code.withArray("coding")::add);
        task.put("status", status);
        if (status.equals("cancelled") || status.equals("on-hold")) {
            task.set("statusReason", concept(null, chart.text("The person was not well enough")));
        }
        task.put("intent", "order");
        task.set("code", code);
        task.put("description", chart.text(kind.title() + " by the " + team));
        task.set("for", chart.patient());
        if (begun != null) {
            task.set("executionPeriod", period(begun, status.equals("completed") ? begun : null));
        }
        task.put("authoredOn", asked);
        task.put("lastModified", task.get("meta").get("lastUpdated").asString());
        task.set("requester", organisation(Organisation.TRUST));
        task.set("owner", object("reference", "#team", "type", "CareTeam", "display", chart.text(team)));
        task.set("location", named("Location", chart.text(kind.site().place())));
        if (due != null) {
            var booked = period(Times.text(due, 10, 0), Times.text(due, 12, 0));
            task.set("restriction", object("period", booked));
        }
        chart.keep(task, DateBounds.of(asked), Map.of("code", kind.coding()));
    }

    /**
     * A QuestionnaireResponse.
     *
     * @param status completed, or in-progress
     * @param authored as exact as is recorded
     * @param stayId the inpatient Encounter in which it was made; null for one at home or in a clinic
     */
    void form(AssessmentKind kind, String status, String authored, String assessor, @Nullable String stayId) {
        var form = chart.begin("QuestionnaireResponse", day(authored));
        form.put("questionnaire", kind.questionnaire());
        form.set(
                "_questionnaire",
                object(
                        "extension",
                        array(object(
                                "url",
                                "http://hl7.org/fhir/StructureDefinition/display",
                                "valueString",
                                chart.text(kind.title())))));
        form.put("status", status);
        form.set("subject", chart.patient());
        if (stayId != null) {
            form.set("encounter", reference("Encounter", stayId));
        }
        form.put("authored", authored);
        form.set("author", named("Practitioner", chart.text(assessor)));
        var items = form.putArray("item");
        int answered = status.equals("completed")
                ? kind.questions().size()
                : kind.questions().size() / 2;
        for (int i = 0; i < answered; i++) {
            var question = kind.questions().get(i);
            items.add(object(
                    "linkId",
                    String.valueOf(i + 1),
                    "text",
                    question,
                    "answer",
                    array(object("valueString", chart.text(question + ": discussed and noted")))));
        }
        chart.keep(form, DateBounds.of(authored), Map.of());
    }

    /**
     * An Observation of category survey: the result of a scored instrument.
     *
     * @param effective as exact as is recorded
     * @param stayId the inpatient Encounter in which it was made; null for one at home or in a clinic
     */
    void score(Instrument instrument, int value, String effective, String assessor, @Nullable String stayId) {
        var observation = observation("survey", "Survey", instrument.coding(), instrument.title(), effective, assessor);
        if (stayId != null) {
            observation.set("encounter", reference("Encounter", stayId));
        }
        observation.put("valueInteger", value);
        observation.set("interpretation", array(instrument.interpretation(value, chart)));
        observation.set("note", array(object("text", chart.text("Scored with the person"))));
        keep(observation, "survey", "Survey", effective);
    }

    /** An Observation that is no assessment: whoever asks for surveys must not get it. */
    void weight(int kilograms, String effective) {
        var code = Elements.coding(Elements.SNOMED, "27113001", "Body weight");
        var observation =
                observation("vital-signs", "Vital Signs", code, "Body weight", effective, "Health care assistant");
        observation.set(
                "valueQuantity",
                object("value", kilograms, "unit", "kg", "system", "http://unitsofmeasure.org", "code", "kg"));
        keep(observation, "vital-signs", "Vital Signs", effective);
    }

    private void keep(ObjectNode observation, String category, String display, String effective) {
        chart.keep(
                observation,
                DateBounds.of(effective),
                Map.of(
                        "category",
                        hl7Coding("observation-category", category, display),
                        "code",
                        observation.get("code").get("coding").get(0)));
    }

    private ObjectNode observation(
            String category, String categoryDisplay, ObjectNode code, String title, String effective, String by) {
        var observation = chart.begin("Observation", day(effective));
        observation.put("status", "final");
        observation.set("category", array(concept(hl7Coding("observation-category", category, categoryDisplay), null)));
        observation.set("code", concept(code, chart.text(title)));
        observation.set("subject", chart.patient());
        observation.put("effectiveDateTime", effective);
        observation.set("performer", array(named("Practitioner", chart.text(by)), organisation(Organisation.TRUST)));
        return observation;
    }

    private ObjectNode careTeam(String name) {
        var telephone = object("system", "phone", "value", telephone(name), "use", "work");
        return object(
                "resourceType",
                "CareTeam",
                "id",
                "team",
                "name",
                chart.text(name),
                "managingOrganization",
                array(organisation(Organisation.TRUST)),
                "telecom",
                array(telephone));
    }

    /** The same for the same team, from the range of Manchester that the regulator keeps for drama. */
    private static String telephone(String team) {
        return "0161 496 0%03d".formatted(Math.floorMod(team.hashCode(), 1000));
    }

    private static LocalDate day(String date) {
        return LocalDate.ofInstant(DateBounds.of(date).from(), Population.LONDON);
    }
}
