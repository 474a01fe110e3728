package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.DEADLINE;
import static care.weft.mentalhealth.Asking.LOCAL_ID;
import static care.weft.mentalhealth.Asking.PERSON;
import static care.weft.mentalhealth.Asking.adapter;
import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.read;
import static care.weft.mentalhealth.Asking.request;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

class MentalHealthAdapterTests {

    private static final String CONTACTS = "MHS201CareContact";
    private static final Map<String, String> EXTRACT = Map.of("source", "extract");

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void nothingIsAskedBeforeSubscriptionAndEachSubscriptionAsksAfresh() {
        var read = adapter(trust).read(request(Section.INVOLVEMENTS, LOCAL_ID));
        assertThat(trust.calls).isEmpty();

        read.blockLast();
        read.blockLast();
        assertThat(trust.calls).hasSize(2);
    }

    @Test
    void everySectionAsksForItsTables() {
        trust.holding("MHS001MPI", "\"Gender\": \"1\"");
        for (var section : List.of(
                Section.DEMOGRAPHICS,
                Section.APPOINTMENTS,
                Section.CARE_PACKAGES,
                Section.REFERRALS,
                Section.ASSESSMENTS,
                Section.STAYS,
                Section.INVOLVEMENTS)) {
            read(trust, section);
        }

        var all = "?LocalPatientId=GM1&limit=100";
        var within = all + "&From=2024-03-10";
        assertThat(trust.targets())
                .containsExactly(
                        "MHS001MPI" + all,
                        "MHS002GP" + all,
                        "MHS201CareContact" + within,
                        "MHS102ServiceTypeReferredTo" + all,
                        "MHS008CarePlanType" + within,
                        "MHS009CarePlanAgreement" + all,
                        "MHS006MHCareCoord" + all,
                        "MHS101Referral" + within,
                        "MHS102ServiceTypeReferredTo" + all,
                        "MHS105OnwardReferral" + within,
                        "MHS606CodedScoreAssessmentRefer" + within,
                        "MHS607CodedScoreAssessmentAct" + within,
                        "MHS501HospProvSpell" + within,
                        "MHS502WardStay" + all,
                        "MHS006MHCareCoord" + all);
    }

    @Test
    void idIsEncoded() {
        adapter(trust)
                .read(request(Section.INVOLVEMENTS, new LocalId("A&b=1 2")))
                .blockLast();

        assertThat(trust.targets().getFirst()).isEqualTo("MHS006MHCareCoord?LocalPatientId=A%26b%3D1%202&limit=100");
    }

    @Test
    void personWithoutRecordsIsFoundWithNone() {
        var found = found(trust, Section.ASSESSMENTS);

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent()).isEqualTo(Extent.whole(new DateWindow(LocalDate.of(2024, 3, 10), null)));
        assertThat(found.asOf()).isEqualTo(Instant.parse(FakeTrust.AS_OF));
    }

    @Test
    void idThatIsNobodysIsNotKnown() {
        var nobody = "{\"type\": \"https://t.example/problems/patient-not-known\", \"status\": 404}";
        trust.answering(CONTACTS, 404, nobody).answering("MHS102ServiceTypeReferredTo", 404, nobody);

        assertThat(read(trust, Section.APPOINTMENTS)).isEqualTo(new PersonReply.NotKnown(PERSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>Not found</html>", "{}", "{\"type\": \"https://t.example/problems/no-such-table\"}"})
    void any404ThatDoesNotSaySoIsNoAnswer(String body) {
        trust.answering(CONTACTS, 404, body);

        assertThat(read(trust, Section.APPOINTMENTS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    @Test
    void tablesThatDisagreeWhetherTheyKnowThePatientAreNotWhole() {
        trust.holding("MHS606CodedScoreAssessmentRefer");
        trust.answering(
                "MHS607CodedScoreAssessmentAct", 404, "{\"type\": \"https://t.example/problems/patient-not-known\"}");

        var found = found(trust, Section.ASSESSMENTS);
        assertThat(found.extent().truncated()).isTrue();
        assertThat(found.rejected())
                .containsExactly(new Rejection(
                        "MHS607CodedScoreAssessmentAct", "does not know the patient, whom another table knows"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failureOfTheOnlyTableIsThePersonsFailure(Fault fault) {
        trust.failing("MHS006MHCareCoord", fault);

        assertThat(read(trust, Section.INVOLVEMENTS)).isEqualTo(new PersonReply.Failed(PERSON, fault));
    }

    @Test
    void tablesRunSideBySideAndCancellingEndsThemAll() {
        trust.silent("MHS101Referral").silent("MHS102ServiceTypeReferredTo").silent("MHS105OnwardReferral");

        var read = adapter(trust).read(request(Section.REFERRALS, LOCAL_ID)).subscribe();
        assertThat(trust.calls).hasSize(3);
        read.dispose();

        assertThat(trust.cancelled).isEqualTo(3);
    }

    @Test
    void severalTablesLeaveTheTimeToHandOverWhatWasFound() {
        read(trust, Section.STAYS);
        assertThat(trust.deadlines)
                .allSatisfy(deadline -> assertThat(Duration.ofNanos(DEADLINE.nanoTime() - deadline.nanoTime()))
                        .isPositive()
                        .isLessThanOrEqualTo(Duration.ofMillis(100)));

        trust.deadlines.clear();
        read(trust, Section.INVOLVEMENTS);
        assertThat(trust.deadlines).containsExactly(DEADLINE);
    }

    @Test
    void pagesAreFollowedAndARowThatComesTwiceIsOne() {
        var next = "https://trust.example/mhsds/v6/MHS201CareContact?offset=1";
        trust.answering(CONTACTS, 200, FakeTrust.page(CONTACTS, "\"" + next + "\"", contact("C1")))
                .answering(next, 200, FakeTrust.page(CONTACTS, "\"?offset=2\"", contact("C1"), contact("C2")))
                .answering(
                        CONTACTS + "?offset=2",
                        200,
                        FakeTrust.page(CONTACTS, "null", contact("C3")).replace("11:59", "11:58"));

        var found = found(trust, Section.APPOINTMENTS);
        assertThat(found.entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("MHS201CareContact/C1", "MHS201CareContact/C2", "MHS201CareContact/C3");
        assertThat(found.extent().truncated()).isFalse();
        assertThat(found.asOf()).isEqualTo(Instant.parse("2026-03-10T11:58:00Z"));
    }

    @Test
    void pagesBeyondTheLimitAreSaidToBeMissing() {
        trust.answering(CONTACTS, 200, FakeTrust.page(CONTACTS, "\"?offset=1\"", contact("C1")));

        var found = found(trust, Map.of("max-pages", "1"), Section.APPOINTMENTS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.extent().truncated()).isTrue();
    }

    @Test
    void rowsBeyondTheLimitAreSaidToBeMissingAndNoFurtherPageIsRead() {
        trust.answering(CONTACTS, 200, FakeTrust.page(CONTACTS, "\"?offset=1\"", contact("C1"), "7", contact("C2")));

        var found = found(trust, Map.of("max-records", "2"), Section.APPOINTMENTS);
        assertThat(found.entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("MHS201CareContact/C1");
        assertThat(found.extent().truncated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/elsewhere", "ftp://trust.example/x", "?offset=1"})
    void linkThatLeadsAstrayOrInACircleIsNoAnswer(String next) {
        trust.answering(CONTACTS, 200, FakeTrust.page(CONTACTS, "\"" + next + "\"", contact("C1")));
        trust.answering(CONTACTS + "?offset=1", 200, FakeTrust.page(CONTACTS, "\"?offset=1\""));

        assertThat(read(trust, Section.APPOINTMENTS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    @Test
    void whatIsNoRowIsCounted() {
        trust.answering(CONTACTS, 200, FakeTrust.page(CONTACTS, "null", "null", "7", contact("C1")));

        var found = found(trust, Section.APPOINTMENTS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection(CONTACTS, "row is not an object"),
                        new Rejection(CONTACTS, "row is not an object"));
    }

    @Test
    void anotherPersonsRecordIsPassedOnUnderItsOwnOwner() {
        trust.holding(CONTACTS, contact("C1"), contact("C2").replace("GM1", "GM2"));

        assertThat(found(trust, Section.APPOINTMENTS).entries())
                .extracting(entry -> entry.source().owner().localId())
                .containsExactly(new LocalId("GM1"), new LocalId("GM2"));
    }

    @Test
    void whatTheTrustDoesNotServeIsNeverAskedForAndTheAnswerIsWhole() {
        var found = found(trust, Map.of("without", "MHS607CodedScoreAssessmentAct"), Section.ASSESSMENTS);

        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent().truncated()).isFalse();
        assertThat(trust.targets()).noneMatch(target -> target.startsWith("MHS607"));
    }

    @Test
    void sectionThatIsNotOfferedIsTheCallersMistake() {
        StepVerifier.create(adapter(trust).read(request(Section.RELATIONSHIPS, LOCAL_ID)))
                .verifyError(IllegalArgumentException.class);
        StepVerifier.create(
                        adapter(trust, Map.of("without", "MHS501HospProvSpell")).read(request(Section.STAYS, LOCAL_ID)))
                .verifyError(IllegalArgumentException.class);
        assertThat(trust.calls).isEmpty();
    }

    @Test
    void extractCoversItsOwnDayAtTheLatest() {
        trust.answering(
                CONTACTS,
                200,
                FakeTrust.page(CONTACTS, "null", contact("C1"), contact("C2").replace("2026-03-02", "2026-03-05"))
                        .replace(FakeTrust.AS_OF, "2026-03-03T02:00:00Z"));

        var found = found(trust, EXTRACT, Section.APPOINTMENTS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.asOf()).isEqualTo(Instant.parse("2026-03-03T02:00:00Z"));
        assertThat(found.extent().covered())
                .isEqualTo(new DateWindow(LocalDate.of(2024, 3, 10), LocalDate.of(2026, 3, 3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020-01-01T00:00:00Z"})
    void extractWithoutAgeOrOlderThanTheWindowCannotBeUsed(String asOf) {
        trust.answering(
                CONTACTS, 200, FakeTrust.page(CONTACTS, "null", contact("C1")).replace(FakeTrust.AS_OF, asOf));
        trust.answering(
                "MHS102ServiceTypeReferredTo",
                200,
                FakeTrust.page("MHS102ServiceTypeReferredTo", "null").replace(FakeTrust.AS_OF, asOf));

        assertThat(read(trust, EXTRACT, Section.APPOINTMENTS))
                .isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    private static String contact(String id) {
        return """
                {"LocalPatientId": "GM1", "CareContactId": "%s", "CareContDate": "2026-03-02", "CareContTime": "10:30:00"}""".formatted(id);
    }
}
