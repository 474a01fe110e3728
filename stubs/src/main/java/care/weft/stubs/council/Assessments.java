package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Times;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes assessments as Tasks: that they are asked for, booked, under way, done or given up, never what they found out. */
final class Assessments {

    private final Chart chart;
    private int numbered;

    Assessments(Chart chart) {
        this.chart = chart;
    }

    /**
     * An assessment, at any stage.
     *
     * @param status of FHIR's task statuses
     * @param asked when it was entered, as exact as is recorded
     * @param begun null for one that has not begun
     * @param ended null for one that has not ended
     * @param performer who assesses; null where only the team is known
     * @param outcome null while there is none
     */
    record Assessment(
            SocialCareAssessmentType type,
            String words,
            String status,
            String asked,
            @Nullable String begun,
            @Nullable String ended,
            Team team,
            @Nullable String performer,
            @Nullable SocialCareAssessmentOutcome outcome) {

        /** One that is asked for and that nobody has begun. */
        static Assessment accepted(SocialCareAssessmentType type, String words, String asked, Team team) {
            return new Assessment(type, words, "accepted", asked, null, null, team, null, null);
        }

        Assessment by(String worker) {
            return new Assessment(type, words, status, asked, begun, ended, team, worker, outcome);
        }
    }

    void add(Assessment assessment) {
        keep(assessment, task(assessment));
    }

    /** One whose outcome is told in words beside its code. */
    void add(Assessment assessment, SocialCareAssessmentOutcome outcome, String words) {
        var task = task(assessment);
        var told = Interweave.extension(
                "SocialCareAssessmentOutcome", "valueCodeableConcept", outcome.with(chart.text(words)));
        task.withArray("extension").add(told);
        keep(assessment, task);
    }

    /** One that has a time on this day, from ten to half past eleven. */
    void booked(Assessment assessment, LocalDate day) {
        var task = task(assessment);
        task.set("restriction", object("period", period(Times.text(day, 10, 0), Times.text(day, 11, 30))));
        keep(assessment, task);
    }

    /** One that was given up or is held up. */
    void stopped(Assessment assessment, String reason) {
        var task = task(assessment);
        task.set("statusReason", concept(null, chart.text(reason)));
        keep(assessment, task);
    }

    /** One without its status. */
    void withoutStatus(Assessment assessment) {
        var task = task(assessment);
        task.remove("status");
        keep(assessment, task);
    }

    /** One whose kind is told by a code alone. */
    void withoutWords(Assessment assessment) {
        var task = task(assessment);
        task.set("code", concept(assessment.type().coding(), null));
        keep(assessment, task);
    }

    /** One of a kind that only the council has. */
    void ofAnotherKind(Assessment assessment, String code, String display) {
        var task = task(assessment);
        task.set(
                "code",
                concept(
                        Elements.coding(Local.codeSystem("assessment"), code, display),
                        chart.text(assessment.words())));
        keep(assessment, task);
    }

    /** One that does not say whom it is of. */
    void ofNobody(Assessment assessment) {
        var task = task(assessment);
        task.remove("for");
        keep(assessment, task);
    }

    private void keep(Assessment assessment, ObjectNode task) {
        chart.keep(task, DateBounds.of(assessment.asked()));
    }

    private ObjectNode task(Assessment assessment) {
        var changed = assessment.ended() != null
                ? assessment.ended()
                : assessment.begun() != null ? assessment.begun() : assessment.asked();
        var task = chart.begin("Task", Times.day(changed));
        task.set("contained", array(assessment.team().organizationalTeam("team", chart)));
        if (assessment.outcome() != null || assessment.performer() != null) {
            task.set("extension", array(outcome(assessment), performer(assessment)));
        }
        task.set(
                "identifier",
                array(Interweave.localIdentifier(
                        "socialcareassessment", "A" + chart.person().position() + "-" + numbered++)));
        task.put("status", assessment.status());
        task.put("intent", "plan");
        task.set("code", assessment.type().with(chart.text(assessment.words())));
        task.set("for", chart.patient());
        if (assessment.begun() != null) {
            task.set("executionPeriod", period(assessment.begun(), assessment.ended()));
        }
        task.put("authoredOn", assessment.asked());
        task.put("lastModified", task.get("meta").get("lastUpdated").asString());
        task.set(
                "owner",
                object(
                        "reference",
                        "#team",
                        "display",
                        chart.text(assessment.team().name())));
        return task;
    }

    private @Nullable ObjectNode outcome(Assessment assessment) {
        var outcome = assessment.outcome();
        return outcome == null
                ? null
                : Interweave.extension(
                        "SocialCareAssessmentOutcome", "valueCodeableConcept", concept(outcome.coding(), null));
    }

    private @Nullable ObjectNode performer(Assessment assessment) {
        return assessment.performer() == null
                ? null
                : Interweave.extension(
                        "SocialCareAssessmentPerformer",
                        "valueReference",
                        named("Practitioner", chart.text(assessment.performer())));
    }
}
