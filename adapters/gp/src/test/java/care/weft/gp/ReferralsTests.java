package care.weft.gp;

import static care.weft.gp.Asking.NHS_NUMBER;
import static care.weft.gp.Asking.PERSON;
import static care.weft.gp.Asking.found;
import static care.weft.gp.Asking.one;
import static care.weft.gp.FakePractices.STRUCTURED;
import static care.weft.gp.FakePractices.patient;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Priority;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralStatus;
import care.weft.spi.model.Section;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ReferralsTests {

    private static final String NOT_IMPLEMENTED = """
            {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "not-supported",
              "details": {"coding": [{"code": "NOT_IMPLEMENTED"}]}, "diagnostics": "CANARY"}]}""";

    private final FakePractices practices = FakePractices.open();

    @Test
    void referralsOfTheWindowAreAskedForInOneCall() {
        practices.recording();

        var found = found(practices, Section.REFERRALS);

        assertThat(practices.paths()).containsExactly("Device", "Endpoint", STRUCTURED);
        var call = practices.last(STRUCTURED);
        var body = new String(Objects.requireNonNull(call.body()), StandardCharsets.UTF_8);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(JsonMapper.shared().readTree(body))
                .isEqualTo(JsonMapper.shared().readTree("""
                {"resourceType": "Parameters", "parameter": [
                  {"name": "patientNHSNumber",
                   "valueIdentifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000107"}},
                  {"name": "includeReferrals",
                   "part": [{"name": "referralSearchPeriod", "valuePeriod": {"start": "2024-03-10"}}]}]}"""));
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent()).isEqualTo(Extent.whole(new DateWindow(LocalDate.of(2024, 3, 10), null)));
    }

    @Test
    void wholeReferralIsRead() {
        practices.recording(referral("""
                "identifier": [{"system": "https://provider.example/id", "value": "x"},
                               {"system": "https://fhir.nhs.uk/Id/ubr-number", "value": "000000000001"}],
                "status": "unknown", "intent": "order", "priority": "urgent", "authoredOn": "2026-02-01T10:30:00+00:00",
                "requester": {"agent": {"reference": "Practitioner/3"}, "onBehalfOf": {"reference": "Organization/9"}},
                "recipient": [{"reference": "Practitioner/4", "display": "Ms Sample"}, {"reference": "Organization/2"}],
                "reasonCode": [{"coding": [{"system": "http://snomed.info/sct", "code": "308447003",
                                            "display": "Referral to physiotherapist"}]}],
                "description": "Swollen legs\""""), """
                {"resourceType": "Organization", "id": "2", "name": "Example Trust", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "RX9"}]}""", """
                {"resourceType": "Organization", "id": "9", "name": "Branch Surgery"}""");

        var read = one(practices, Section.REFERRALS, Referral.class);

        assertThat(read.source().recordId()).isEqualTo("ReferralRequest/r1");
        assertThat(read.source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("7")));
        assertThat(read.title()).isEqualTo("Referral to physiotherapist");
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.UNKNOWN);
        assertThat(read.priority()).isEqualTo(Priority.URGENT);
        assertThat(read.requestedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-01T10:30:00Z")));
        assertThat(read.from()).isEqualTo(new Organisation(null, "Branch Surgery"));
        assertThat(read.to()).isEqualTo(new Organisation("RX9", "Example Trust"));
        assertThat(read.service())
                .isEqualTo(new Coding("http://snomed.info/sct", "308447003", "Referral to physiotherapist"));
        assertThat(read.reason()).isEqualTo(Coding.text("Swollen legs"));
        assertThat(read.ubrn()).isEqualTo("000000000001");
        assertThat(read.closedOn()).isNull();
    }

    @Test
    void serviceOfItsOwnLeavesTheReasonTheReason() {
        var read = read("""
                "serviceRequested": [{"text": "Podiatry"}], "reasonCode": [{"text": "Painful feet"}], "description": "x\"""");

        assertThat(read.title()).isEqualTo("Podiatry");
        assertThat(read.service()).isEqualTo(Coding.text("Podiatry"));
        assertThat(read.reason()).isEqualTo(Coding.text("Painful feet"));
    }

    @Test
    void barestReferralHasATitleToo() {
        var read = read("\"status\": \"unknown\"");

        assertThat(read.title()).isEqualTo("Referral");
        assertThat(read.service()).isNull();
        assertThat(read.reason()).isNull();
        assertThat(read.from()).isNull();
        assertThat(read.to()).isNull();
        assertThat(read.ubrn()).isNull();
        assertThat(read.requestedOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "{\"agent\": {\"reference\": \"Practitioner/3\"}}; P99001; Example Surgery",
                "{\"agent\": {\"reference\": \"Organization/5\", \"display\": \"Out of hours\"}}; -; Out of hours"
            })
    void professionalAsksForThePracticeUnlessAnotherIsNamed(String requester, @Nullable String code, String name) {
        assertThat(read("\"requester\": " + requester).from()).isEqualTo(new Organisation(code, name));
    }

    @Test
    void personWhoIsAskedStandsWhereNoOrganisationIs() {
        assertThat(read("\"recipient\": [{\"reference\": \"Practitioner/4\", \"display\": \"Ms Sample\"}]")
                        .to())
                .isEqualTo(new Organisation(null, "Ms Sample"));
    }

    @ParameterizedTest
    @CsvSource({
        "draft, DRAFT",
        "active, ACTIVE",
        "suspended, ON_HOLD",
        "completed, COMPLETED",
        "cancelled, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "unknown, UNKNOWN",
        "accepted, UNKNOWN"
    })
    void statusIsNeverGuessed(String stated, ReferralStatus status) {
        assertThat(read("\"status\": \"" + stated + "\"").referralStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CareConnect-GPC-ListWarningCode-1", "CareConnect-ListWarningCode-1"})
    void whatWasLeftOutOfTheListMakesItIncomplete(String extension) {
        practices.holding(STRUCTURED, patient(""), """
                {"resourceType": "List", "extension": [
                  {"url": "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-%s", "valueCode": "confidential-items"}]}""".formatted(extension));

        assertThat(found(practices, Section.REFERRALS).extent().truncated()).isTrue();
    }

    @Test
    void areaThatIsTurnedOffIsARefusalAndNeverEmpty() {
        practices.holding(STRUCTURED, patient(""), NOT_IMPLEMENTED);

        assertThat(Asking.read(practices, Section.REFERRALS)).isEqualTo(new PersonReply.Refused(PERSON));
    }

    @Test
    void periodThatIsNotUnderstoodCostsNothingForMoreWasSentThanAskedFor() {
        practices.recording(referral("\"status\": \"unknown\""), NOT_IMPLEMENTED);

        var found = found(practices, Section.REFERRALS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void otherWarningMakesTheAnswerLessThanWhole() {
        practices.recording("""
                {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "incomplete"},
                                                                {"severity": "information", "code": "informational"}]}""");

        assertThat(found(practices, Section.REFERRALS).rejected())
                .containsExactly(new Rejection("OperationOutcome", "warning: incomplete"));
    }

    @Test
    void answerWithoutAListDoesNotSayThatThereIsNothing() {
        practices.holding(STRUCTURED, patient(""));

        assertThat(found(practices, Section.REFERRALS).rejected())
                .containsExactly(new Rejection("List", "is missing: whether there is anything is not said"));
    }

    @Test
    void oneOfSomebodyElseIsHandedOnAsTheirsAndOneOfNobodyIsRejected() {
        practices.recording(
                referral("\"status\": \"unknown\"").replace("Patient/7", "Patient/8"),
                "{\"resourceType\": \"ReferralRequest\", \"id\": \"r2\"}");

        var found = found(practices, Section.REFERRALS);

        assertThat(found.entries())
                .extracting(entry -> entry.source().owner())
                .containsExactly(Owner.of(new LocalId("8")));
        assertThat(found.rejected()).containsExactly(new Rejection("ReferralRequest", "subject is missing"));
    }

    private Referral read(String fields) {
        practices.recording(referral(fields));
        return one(practices, Section.REFERRALS, Referral.class);
    }

    private static String referral(String fields) {
        return "{\"resourceType\": \"ReferralRequest\", \"id\": \"r1\", \"subject\": {\"reference\": \"Patient/7\"}, %s}"
                .formatted(fields);
    }
}
