package care.weft.trust;

import static care.weft.trust.Asking.DEADLINE;
import static care.weft.trust.Asking.LOCAL_ID;
import static care.weft.trust.Asking.PERSON;
import static care.weft.trust.Asking.adapter;
import static care.weft.trust.Asking.found;
import static care.weft.trust.Asking.read;
import static care.weft.trust.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.SectionRequest;
import care.weft.spi.model.Entry;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class TrustAdapterTests {

    private static final String TASK = """
            {"resourceType": "Task", "id": "t1", "status": "requested", "description": "Home visit", "for": {"reference": "Patient/123"}}""";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void nothingIsAskedBeforeSubscriptionAndEachSubscriptionAsksAfresh() {
        var read = adapter(trust).read(request(Section.APPOINTMENTS, LOCAL_ID));
        assertThat(trust.calls).isEmpty();

        read.blockLast();
        read.blockLast();
        assertThat(trust.calls).hasSize(2);
    }

    @Test
    void everySearchNamesThePatientItsWindowAndItsPageSize() {
        for (var section : List.of(Section.APPOINTMENTS, Section.REFERRALS, Section.STAYS, Section.ASSESSMENTS)) {
            read(trust, section);
        }

        assertThat(trust.targets())
                .containsExactly(
                        "Appointment?patient=123&date=ge2024-03-10&_count=50",
                        "ServiceRequest?patient=123&_count=50",
                        "Encounter?patient=123&date=ge2024-03-10&_count=50",
                        "EpisodeOfCare?patient=123&_count=50",
                        "QuestionnaireResponse?patient=123&authored=ge2024-03-10&_count=50",
                        "Observation?patient=123&date=ge2024-03-10&_count=50&category=survey",
                        "Task?patient=123&_count=50");
    }

    @Test
    void windowWithAnEndIsAskedWithItsEnd() {
        var asked = request(Section.APPOINTMENTS, LOCAL_ID);
        var bounded = new SectionRequest(
                asked.section(),
                asked.subjects(),
                new DateWindow(null, LocalDate.of(2026, 4, 1)),
                asked.endpoint(),
                asked.actor(),
                asked.purpose(),
                asked.deadline());

        adapter(trust, Map.of("page-size", "7")).read(bounded).blockLast();

        assertThat(trust.targets()).containsExactly("Appointment?patient=123&date=le2026-04-01&_count=7");
    }

    @Test
    void personWithoutRecordsIsFoundWithNone() {
        var found = found(trust, Section.ASSESSMENTS);

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent()).isEqualTo(Extent.whole(new DateWindow(LocalDate.of(2024, 3, 10), null)));
        assertThat(found.asOf()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "..", ".", "../Task", "1|2", "1 2", "Patient/1", "1?x=1", "é"})
    void whatCanBeNobodysIdIsNotKnownAndNeverAsked(String id) {
        StepVerifier.create(adapter(trust).read(request(Section.APPOINTMENTS, new LocalId(id))))
                .expectNext(new PersonReply.NotKnown(PERSON))
                .verifyComplete();
        assertThat(trust.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failureOfTheOnlySearchIsThePersonsFailure(Fault fault) {
        trust.failing("Appointment", fault);

        assertThat(read(trust, Section.APPOINTMENTS)).isEqualTo(new PersonReply.Failed(PERSON, fault));
    }

    @Test
    void whatTheTrustDoesNotHaveIsNeverAskedForAndTheAnswerIsWhole() {
        var without = Map.of("without", "Task,EpisodeOfCare");

        for (var section : List.of(Section.ASSESSMENTS, Section.STAYS)) {
            var found = found(trust, without, section);
            assertThat(found.rejected()).isEmpty();
            assertThat(found.extent().truncated()).isFalse();
        }
        assertThat(trust.targets())
                .noneMatch(target -> target.startsWith("Task") || target.startsWith("EpisodeOfCare"));
    }

    @Test
    void sectionThatIsNotOfferedIsNotReadAsEmpty() {
        StepVerifier.create(adapter(trust, Map.of("without", "Encounter,EpisodeOfCare"))
                        .read(request(Section.STAYS, LOCAL_ID)))
                .verifyError(IllegalArgumentException.class);
        assertThat(trust.calls).isEmpty();
    }

    @Test
    void failureToReadDemographicsIsThePersonsFailure() {
        trust.failing("Patient/123", Fault.TIMED_OUT);

        assertThat(read(trust, Section.DEMOGRAPHICS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.TIMED_OUT));
    }

    @Test
    void whatTheOtherSearchesFoundIsKeptAndSaidNotToBeWhole() {
        trust.holding("Task", TASK)
                .answering("Observation", 503, "<html>down</html>")
                .answering("QuestionnaireResponse", 200, """
                        {"resourceType": "OperationOutcome", "issue": [
                          {"severity": "error", "code": "forbidden", "diagnostics": "CANARY"}]}""");

        var found = found(trust, Section.ASSESSMENTS);

        assertThat(found.entries()).hasSize(1);
        assertThat(found.extent().truncated()).isTrue();
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection(
                                "QuestionnaireResponse",
                                "could not be read: body is an OperationOutcome: forbidden",
                                Fault.REFUSED),
                        new Rejection("Observation", "could not be read: HTTP 503", Fault.UNAVAILABLE));
    }

    @Test
    void failureOfAllSearchesIsOneThatAskingAgainMayMend() {
        trust.failing("QuestionnaireResponse", Fault.REFUSED)
                .failing("Observation", Fault.UNAVAILABLE)
                .failing("Task", Fault.INVALID_ANSWER);

        assertThat(read(trust, Section.ASSESSMENTS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.UNAVAILABLE));
    }

    @Test
    void searchesOfASectionRunSideBySideAndCancellingEndsThemAll() {
        trust.silent("QuestionnaireResponse").silent("Observation").silent("Task");

        var read = adapter(trust).read(request(Section.ASSESSMENTS, LOCAL_ID)).subscribe();
        assertThat(trust.calls).hasSize(3);
        read.dispose();

        assertThat(trust.cancelled).isEqualTo(3);
    }

    @Test
    void severalSearchesLeaveTheTimeToHandOverWhatWasFound() {
        read(trust, Section.STAYS);
        assertThat(trust.deadlines)
                .allSatisfy(deadline -> assertThat(Duration.ofNanos(DEADLINE.nanoTime() - deadline.nanoTime()))
                        .isPositive()
                        .isLessThanOrEqualTo(Duration.ofMillis(100)));

        trust.deadlines.clear();
        read(trust, Section.APPOINTMENTS);
        assertThat(trust.deadlines).containsExactly(DEADLINE);
    }

    @Test
    void partnersErrorAmongTheRecordsIsNeverLost() {
        trust.holding("Task", TASK, """
                {"resourceType": "OperationOutcome", "issue": [
                  {"severity": "error", "code": "timeout", "diagnostics": "CANARY"}]}""");

        var found = found(trust, Section.ASSESSMENTS);

        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).containsExactly(new Rejection("OperationOutcome", "timeout", Fault.TIMED_OUT));
    }

    @Test
    void anotherPersonsRecordIsPassedOnUnderItsOwnOwner() {
        trust.holding("Task", TASK, TASK.replace("t1", "t2").replace("Patient/123", "Patient/456"));

        assertThat(found(trust, Section.ASSESSMENTS).entries())
                .extracting(entry -> entry.source().owner().localId())
                .containsExactly(new LocalId("123"), new LocalId("456"));
    }

    @Test
    void addressOfThisTrustIsItsOwnIdAndTheSameIdElsewhereIsAnotherPerson() {
        trust.holding(
                "Task",
                TASK.replace("Patient/123", "https://trust.example/fhir/Patient/123"),
                TASK.replace("t1", "t2").replace("Patient/123", "https://elsewhere.example/fhir/Patient/123"));

        assertThat(found(trust, Section.ASSESSMENTS).entries())
                .extracting(entry -> entry.source().owner().localId())
                .containsExactly(new LocalId("123"), new LocalId("https://elsewhere.example/fhir/Patient/123"));
    }

    @Test
    void pagesAreReadUpToTheLimitOfTheSettings() {
        trust.answering("Task", 200, """
                {"resourceType": "Bundle", "link": [{"relation": "next", "url": "https://trust.example/fhir?p=2"}],
                 "entry": [{"resource": %s}]}""".formatted(TASK));

        var reply = adapter(trust, Map.of("max-pages", "1"))
                .read(request(Section.ASSESSMENTS, LOCAL_ID))
                .single()
                .block();

        assertThat(reply).isInstanceOfSatisfying(PersonReply.Found.class, found -> {
            assertThat(found.entries()).hasSize(1);
            assertThat(found.extent().truncated()).isTrue();
        });
    }

    @Test
    void answerIsAsOldAsItsOldestSearch() {
        trust.answering("Encounter", 200, """
                        {"resourceType": "Bundle", "timestamp": "2026-03-10T11:59:00Z"}""").answering("EpisodeOfCare", 200, """
                        {"resourceType": "Bundle", "timestamp": "2026-03-10T11:58:00Z"}""");

        assertThat(found(trust, Section.STAYS).asOf()).isEqualTo(Instant.parse("2026-03-10T11:58:00Z"));
    }

    @Test
    void recordOpensInTheTrustsOwnSystemWhereThatIsSet() {
        trust.holding("Task", TASK);

        assertThat(openIn(Map.of())).isNull();
        assertThat(openIn(Map.of("open-in", "https://viewer.example/{type}?id={id}")))
                .isEqualTo(URI.create("https://viewer.example/Task?id=t1"));
    }

    @Test
    void sectionThatATrustDoesNotOfferIsTheCallersMistake() {
        StepVerifier.create(adapter(trust).read(request(Section.CARE_PACKAGES, LOCAL_ID)))
                .verifyError(IllegalArgumentException.class);
    }

    private @Nullable URI openIn(Map<String, String> settings) {
        var reply = adapter(trust, settings)
                .read(request(Section.ASSESSMENTS, LOCAL_ID))
                .single()
                .block();
        Entry entry =
                ((PersonReply.Found) Objects.requireNonNull(reply)).entries().getFirst();
        return entry.source().openIn();
    }
}
