package care.weft.council;

import static care.weft.council.Asking.DEADLINE;
import static care.weft.council.Asking.LOCAL_ID;
import static care.weft.council.Asking.PERSON;
import static care.weft.council.Asking.adapter;
import static care.weft.council.Asking.found;
import static care.weft.council.Asking.read;
import static care.weft.council.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class CouncilAdapterTests {

    private static final String TASK = """
            {"resourceType": "Task", "id": "t1", "status": "accepted", "code": {"text": "Care Act review"}, "for": {"reference": "Patient/123"}}""";

    private final FakeCouncil council = FakeCouncil.empty();

    @Test
    void nothingIsAskedBeforeSubscriptionAndEachSubscriptionAsksAfresh() {
        var read = adapter(council).read(request(Section.ASSESSMENTS, LOCAL_ID));
        assertThat(council.calls).isEmpty();

        read.blockLast();
        read.blockLast();
        assertThat(council.calls).hasSize(2);
    }

    @Test
    void everySectionIsOneSearchWithoutADate() {
        for (var section : CouncilSettings.MADE_OF.keySet()) {
            read(council, section);
        }

        assertThat(council.targets())
                .containsExactlyInAnyOrder(
                        "EpisodeOfCare?patient=123&_count=50",
                        "ServiceRequest?patient=123&_count=50",
                        "Task?patient=123&_count=50",
                        "RelatedPerson?patient=123&_count=50",
                        "CareTeam?patient=123&_count=50");
        assertThat(council.deadlines).containsOnly(DEADLINE);
    }

    @Test
    void emptyAnswerIsWholeForItsWindow() {
        assertThat(read(council, Section.CARE_PACKAGES))
                .isEqualTo(new PersonReply.Found(
                        PERSON,
                        List.of(),
                        Extent.whole(new DateWindow(LocalDate.of(2024, 3, 10), null)),
                        null,
                        List.of()));
        assertThat(found(council, Section.RELATIONSHIPS).extent()).isEqualTo(Extent.whole(DateWindow.ALWAYS));
    }

    @Test
    void pagesAreReadAsFarAsTheSettingsAllow() {
        council.answering("Task", 200, """
                {"resourceType": "Bundle", "type": "searchset", "total": 2, "entry": [{"resource": %s}],
                 "link": [{"relation": "next", "url": "https://council.example/fhir/Task?_page=2"}]}""".formatted(TASK));
        council.answering("https://council.example/fhir/Task", 200, """
                {"resourceType": "Bundle", "type": "searchset", "total": 2, "entry": [{"resource": %s}]}""".formatted(TASK.replace("t1", "t2")));

        assertThat(found(council, Map.of("max-pages", "1"), Section.ASSESSMENTS)
                        .extent()
                        .truncated())
                .isTrue();
        assertThat(council.calls).hasSize(1);
    }

    @Test
    void oneUnreadableRecordCostsItselfAlone() {
        council.holding("Task", TASK, """
                {"resourceType": "Task", "id": "t2", "status": "accepted", "code": {"text": "Nobody's"}}""", """
                {"resourceType": "Task", "id": "t3", "status": "accepted", "for": {"reference": "Patient/123"}}""", """
                {"resourceType": "Task", "status": "accepted", "code": {"text": "Without an id"}, "for": {"reference": "Patient/123"}}""");

        var found = found(council, Section.ASSESSMENTS);

        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .containsExactlyInAnyOrder(
                        new Rejection("Task", "for is missing"),
                        new Rejection("Task", "code and description are missing"),
                        new Rejection("Task", "id is missing or not readable"));
    }

    @Test
    void recordOfAnotherPersonIsHandedOnUnderItsOwner() {
        council.holding("Task", TASK.replace("Patient/123", "Patient/456"));

        assertThat(found(council, Section.ASSESSMENTS).entries())
                .singleElement()
                .extracting(entry -> entry.source().owner())
                .isEqualTo(Owner.of(new LocalId("456")));
    }

    @Test
    void outcomeAmongTheMatchesMakesTheAnswerLessThanWhole() {
        council.holding("Task", TASK, """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "timeout", "diagnostics": "CANARY"}]}""");

        var found = found(council, Section.ASSESSMENTS);

        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).containsExactly(new Rejection("OperationOutcome", "timeout", Fault.TIMED_OUT));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failureOfTheCallIsTheFailureOfThePerson(Fault fault) {
        council.failing("ServiceRequest", fault);

        assertThat(read(council, Section.REFERRALS)).isEqualTo(new PersonReply.Failed(PERSON, fault));
    }

    @Test
    void refusalAndMissingSearchAreNeverAnEmptyList() {
        council.answering("CareTeam", 403, """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "forbidden"}]}""");
        assertThat(read(council, Section.INVOLVEMENTS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.REFUSED));

        council.answering("CareTeam", 404, """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "not-supported"}]}""");
        assertThat(read(council, Section.INVOLVEMENTS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    @Test
    void cancellingEndsTheCall() {
        council.silent("Task");

        StepVerifier.create(adapter(council).read(request(Section.ASSESSMENTS, LOCAL_ID)))
                .thenAwait()
                .thenCancel()
                .verify();

        assertThat(council.cancelled).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2", "../Task", "a b", "a?b", "x|y", ".", "é"})
    void whatCannotBeAnIdIsNobodys(String id) {
        var reply = adapter(council)
                .read(request(Section.ASSESSMENTS, new LocalId(id)))
                .single()
                .block();

        assertThat(reply).isEqualTo(new PersonReply.NotKnown(PERSON));
        assertThat(council.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Section.class,
            names = {"APPOINTMENTS", "STAYS"})
    void sectionThatIsNotOfferedIsAnError(Section section) {
        StepVerifier.create(adapter(council).read(request(section, LOCAL_ID)))
                .verifyError(IllegalArgumentException.class);
        StepVerifier.create(adapter(council, Map.of("without", "Task")).read(request(Section.ASSESSMENTS, LOCAL_ID)))
                .verifyError(IllegalArgumentException.class);
    }

    @Test
    void recordOpensInTheCouncilsOwnSystem() {
        council.holding("Task", TASK);

        assertThat(found(council, Map.of("open-in", "https://records.example/{type}/{id}"), Section.ASSESSMENTS)
                        .entries())
                .singleElement()
                .extracting(entry -> entry.source().openIn())
                .isEqualTo(URI.create("https://records.example/Task/t1"));
    }
}
