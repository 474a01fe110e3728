package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Priority;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralStatus;
import care.weft.spi.model.Section;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralsTests {

    private final FakeTrust trust = new FakeTrust();

    @Test
    void wholeReferralIsRead() {
        var read = read("""
                "identifier": [{"system": "https://fhir.nhs.uk/Id/UBRN", "value": "000000000001"}],
                "status": "active", "intent": "order", "priority": "urgent", "authoredOn": "2026-02-01T17:50:00+07:00",
                "code": {"coding": [{"system": "http://snomed.info/sct", "code": "306170007", "display": "Referral to podiatry"}]},
                "reasonCode": [{"text": "Painful feet"}],
                "requester": {"reference": "Organization/1", "display": "Example Practice",
                  "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "P99999"}},
                "performer": [{"reference": "Practitioner/2", "display": "Ms Sample"},
                              {"reference": "HealthcareService/3", "display": "Podiatry, Example Trust"}]""");

        assertThat(read.source().recordId()).isEqualTo("ServiceRequest/r1");
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("123")));
        assertThat(read.title()).isEqualTo("Referral to podiatry");
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(read.priority()).isEqualTo(Priority.URGENT);
        assertThat(read.requestedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-01T10:50:00Z")));
        assertThat(read.from()).isEqualTo(new Organisation("P99999", "Example Practice"));
        assertThat(read.to()).isEqualTo(new Organisation(null, "Podiatry, Example Trust"));
        assertThat(read.service()).isEqualTo(new Coding("http://snomed.info/sct", "306170007", "Referral to podiatry"));
        assertThat(read.reason()).isEqualTo(Coding.text("Painful feet"));
        assertThat(read.ubrn()).isEqualTo("000000000001");
        assertThat(read.closedOn()).isNull();
    }

    @Test
    void barestReferralHasATitleToo() {
        var read = read("\"active\": true");

        assertThat(read.title()).isEqualTo("Referral");
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.UNKNOWN);
        assertThat(read.priority()).isNull();
        assertThat(read.requestedOn()).isNull();
        assertThat(read.from()).isNull();
        assertThat(read.to()).isNull();
        assertThat(read.service()).isNull();
        assertThat(read.ubrn()).isNull();
    }

    @Test
    void titleIsTheServiceElseTheCategoryElseTheReason() {
        assertThat(read("""
                "category": [{"text": "Transfer of Care"}], "reasonCode": [{"text": "Falls"}]""").title()).isEqualTo("Transfer of Care");
        assertThat(read("""
                "reasonCode": [{"text": "Falls"}]""").title()).isEqualTo("Falls");
    }

    @ParameterizedTest
    @CsvSource({
        "draft, DRAFT",
        "active, ACTIVE",
        "on-hold, ON_HOLD",
        "completed, COMPLETED",
        "revoked, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "unknown, UNKNOWN",
        "triaged, UNKNOWN"
    })
    void statusTellsWhereItStands(String status, ReferralStatus expected) {
        assertThat(read("\"status\": \"" + status + "\"").referralStatus()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"routine, ROUTINE", "urgent, URGENT", "asap, ASAP", "stat, STAT", "ROUTINE, ROUTINE", "soon, "})
    void priorityIsReadWhereItIsOneOfFhirs(String priority, @Nullable Priority expected) {
        assertThat(read("\"priority\": \"" + priority + "\"").priority()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposal", "plan", "order", "original-order", "filler-order"})
    void everyIntentIsARequest(String intent) {
        assertThat(read("\"intent\": \"" + intent + "\"").title()).isEqualTo("Referral");
    }

    @ParameterizedTest
    @CsvSource({
        "http://snomed.info/sct, 108252007",
        "http://snomed.info/sct, 363679005",
        "http://terminology.hl7.org/CodeSystem/observation-category, laboratory",
        "http://terminology.hl7.org/CodeSystem/observation-category, imaging",
        "http://terminology.hl7.org/CodeSystem/v2-0074, LAB",
        "http://terminology.hl7.org/CodeSystem/v2-0074, RAD"
    })
    void orderForATestIsNoReferral(String system, String code) {
        trust.holding("ServiceRequest", """
                {"resourceType": "ServiceRequest", "id": "r1", "subject": {"reference": "Patient/123"},
                 "category": [{"text": "Order"}, {"coding": [{"code": "L"}, {"system": "%s", "code": "%s"}]}]}""".formatted(system, code));

        var found = Asking.found(trust, Section.REFERRALS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
    }

    /** Else the absence of referrals in it would be told of the person. */
    @ParameterizedTest
    @CsvSource({"Patient/124, INVALID_ANSWER", "Patient/123,", "Group/1,"})
    void orderForATestOfSomebodyElseIsNoAnswer(String subject, @Nullable Fault fault) {
        trust.holding("ServiceRequest", """
                {"resourceType": "ServiceRequest", "id": "r1", "subject": {"reference": "%s"},
                 "category": [{"coding": [{"system": "http://snomed.info/sct", "code": "108252007"}]}]}""".formatted(subject));

        var reply = Asking.read(trust, Section.REFERRALS);

        if (fault == null) {
            assertThat(reply).isInstanceOf(PersonReply.Found.class);
        } else {
            assertThat(reply).isEqualTo(new PersonReply.Failed(Asking.PERSON, fault));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"active\": true",
                "\"category\": []",
                "\"category\": [{\"text\": \"Imaging\"}]",
                "\"category\": [{\"coding\": [{\"system\": \"https://trust.example\", \"code\": \"108252007\"}]}]",
                "\"category\": [{\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"3457005\"}]}]"
            })
    void requestThatIsNotSaidToBeForATestIsAReferral(String category) {
        assertThat(read(category).referralStatus()).isEqualTo(ReferralStatus.UNKNOWN);
    }

    @Test
    void bookingNumberIsFoundUnderItsOtherNameToo() {
        assertThat(read("""
                "identifier": {"system": "https://fhir.nhs.uk/Id/ubr-number", "value": "000000000001"}""").ubrn()).isEqualTo("000000000001");
    }

    @Test
    void dateAloneStaysADate() {
        assertThat(read("\"authoredOn\": \"2026-02\"").requestedOn())
                .isEqualTo(Moment.of(new PartialDate(2026, 2, null)));
        assertThat(read("\"authoredOn\": \"recently\"").requestedOn()).isNull();
    }

    @Test
    void personWhoAskedStandsWhereNoOrganisationIsTold() {
        assertThat(read("""
                "requester": {"reference": "Practitioner/1", "display": "Dr Sample"},
                "performer": {"reference": "PractitionerRole/2", "display": "Ms Example"}""")).satisfies(read -> {
            assertThat(read.from()).isEqualTo(new Organisation(null, "Dr Sample"));
            assertThat(read.to()).isEqualTo(new Organisation(null, "Ms Example"));
        });
    }

    @Test
    void kindOfSourceStandsWhereNobodyIsTold() {
        assertThat(read("""
                "requester": {"reference": "Practitioner/1"},
                "extension": [{"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-SourceOfServiceRequest",
                  "valueCodeableConcept": {"coding": [{"code": "108161000000109", "display": "Referred by general practitioner"}]}}]""").from()).isEqualTo(new Organisation(null, "Referred by general practitioner"));
    }

    @Test
    void referralThatDoesNotSayWhoseItIsIsRejected() {
        trust.holding("ServiceRequest", """
                {"resourceType": "ServiceRequest", "id": "r1", "status": "active"}""");

        assertThat(Asking.found(trust, Section.REFERRALS).rejected())
                .containsExactly(new Rejection("ServiceRequest", "subject is missing"));
    }

    private Referral read(String content) {
        trust.holding("ServiceRequest", """
                {"resourceType": "ServiceRequest", "id": "r1", "subject": {"reference": "Patient/123"}, %s}""".formatted(content));
        return Asking.one(trust, Section.REFERRALS, Referral.class);
    }
}
