package care.weft.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Priority;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralStatus;
import care.weft.spi.model.Section;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralsTests {

    private static final String REQUESTER_TYPE = """
            "extension": [{"url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-SocialCareRequesterType",
              "valueCodeableConcept": {"coding": [{"system": "urn:types", "code": "TA", "display": "Trusted Assessor"}]}}]""";

    private final FakeCouncil council = new FakeCouncil();

    @Test
    void everythingThatACouncilTellsIsRead() {
        var read = referral("""
                "meta": {"tag": [{"system": "https://fhir.interweavedigital.nhs.uk/Provenance", "code": "00BN", "display": "Example Council"}]},
                %s, "status": "completed", "priority": "urgent",
                "occurrenceDateTime": "2026-02-01T14:05:00+00:00", "authoredOn": "2026-02-03",
                "requester": {"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "P99999"}, "display": "Example Practice"},
                "performer": [{"display": "Example Council"}],
                "reasonCode": [{"coding": [{"system": "urn:reasons", "code": "REQ-ASS", "display": "Request for Assessment"}], "text": "Falls at home"}]""".formatted(REQUESTER_TYPE));

        assertThat(read.title()).isEqualTo("Falls at home");
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.COMPLETED);
        assertThat(read.priority()).isEqualTo(Priority.URGENT);
        assertThat(read.requestedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-01T14:05:00Z")));
        assertThat(read.from()).isEqualTo(new Organisation("P99999", "Example Practice"));
        assertThat(read.to()).isEqualTo(new Organisation(null, "Example Council"));
        assertThat(read.reason()).isEqualTo(new Coding("urn:reasons", "REQ-ASS", "Falls at home"));
        assertThat(read.service()).isNull();
        assertThat(read.closedOn()).isNull();
        assertThat(read.outcome()).isNull();
        assertThat(read.organisation()).isEqualTo(new Organisation("00BN", "Example Council"));
    }

    @ParameterizedTest
    @CsvSource({
        "draft, DRAFT",
        "active, ACTIVE",
        "on-hold, ON_HOLD",
        "completed, COMPLETED",
        "revoked, CANCELLED",
        "cancelled, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "closed, UNKNOWN"
    })
    void statusIsWhatItSays(String status, ReferralStatus expected) {
        assertThat(referral("\"status\": \"" + status + "\"").referralStatus()).isEqualTo(expected);
    }

    @Test
    void requesterIsAPersonOrAKindOfRequesterWhereNoOrganisationIsNamed() {
        assertThat(referral(REQUESTER_TYPE + ", \"requester\": {\"type\": \"Practitioner\", \"display\": \"A. Nurse\"}")
                        .from())
                .isEqualTo(new Organisation(null, "A. Nurse"));
        assertThat(referral(REQUESTER_TYPE).from()).isEqualTo(new Organisation(null, "Trusted Assessor"));
        assertThat(referral(REQUESTER_TYPE
                                + ", \"requester\": {\"reference\": \"RelatedPerson/7\", \"display\": \"Daughter\"}")
                        .from())
                .isEqualTo(new Organisation(null, "Trusted Assessor"));
        assertThat(referral("\"status\": \"active\"").from()).isNull();
    }

    @Test
    void whenItWasWrittenDownStandsInForWhenItWasMade() {
        assertThat(referral("\"authoredOn\": \"2026-01\"").requestedOn()).isNotNull();
        assertThat(referral("\"occurrencePeriod\": {\"start\": \"2025\"}, \"authoredOn\": \"2026-01\"")
                        .requestedOn())
                .isNotNull()
                .extracting(made -> made.latestDay().getYear())
                .isEqualTo(2025);
        assertThat(referral("\"status\": \"active\"").requestedOn()).isNull();
    }

    @Test
    void titleIsWhatIsAskedForElseWhy() {
        assertThat(referral("\"code\": {\"text\": \"Bath lift\"}, \"reasonCode\": [{\"text\": \"Falls\"}]"))
                .extracting(
                        Referral::title,
                        read -> read.reason() == null ? "" : read.reason().display())
                .containsExactly("Bath lift", "Falls");
        assertThat(referral("\"status\": \"active\"").title()).isEqualTo("Contact with adult social care");
    }

    private Referral referral(String content) {
        council.holding("ServiceRequest", """
                {"resourceType": "ServiceRequest", "id": "s1", "subject": {"reference": "Patient/123"}, %s}""".formatted(content));
        return Asking.one(council, Section.REFERRALS, Referral.class);
    }
}
