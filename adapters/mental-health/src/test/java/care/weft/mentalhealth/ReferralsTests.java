package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.one;
import static care.weft.mentalhealth.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Priority;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralStatus;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralsTests {

    private static final String TABLE = "MHS101Referral";
    private static final String SERVICES = "MHS102ServiceTypeReferredTo";
    private static final String ONWARD = "MHS105OnwardReferral";
    private static final String OPEN = """
            "ServiceRequestId": "S1", "ReferralRequestReceivedDate": "2026-01-09\"""";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeReferralIsRead() {
        trust.holding(TABLE, OPEN + """
                , "ReferralRequestReceivedTime": "2026-01-09 09:40:00", "SourceOfReferralMH": "A1", "OrgIDReferringOrg": "P99001",
                "OrgIDReferringOrgName": "Alder Surgery", "ClinRespPriorityType": "2", "PrimReasonReferralMH": "04",
                "OrgIDProv": "RXV"
                """);
        trust.holding(SERVICES, """
                "ServiceRequestId": "S1", "ServTeamTypeRefToMH": "A07\"""");

        var read = one(trust, Section.REFERRALS, Referral.class);

        assertThat(read.source().recordId()).isEqualTo("MHS101Referral/S1");
        assertThat(read.title()).isEqualTo("Referral to community mental health team (organic)");
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(read.priority()).isEqualTo(Priority.URGENT);
        assertThat(read.requestedOn()).isEqualTo(Moment.of(Instant.parse("2026-01-09T09:40:00Z")));
        assertThat(read.from()).isEqualTo(new Organisation("P99001", "Alder Surgery"));
        assertThat(read.to()).isEqualTo(new Organisation("RXV", "RXV"));
        assertThat(read.reason()).isEqualTo(new Coding("urn:mhsds:v6:PrimReasonReferralMH", "04", "Depression"));
        assertThat(read.closedOn()).isNull();
        assertThat(read.outcome()).isNull();
    }

    @Test
    void kindOfDoorIsSaidWhereNoOrganisationIs() {
        trust.holding(TABLE, OPEN + ", \"SourceOfReferralMH\": \"B2\"");

        assertThat(one(trust, Section.REFERRALS, Referral.class).from())
                .isEqualTo(new Organisation(null, "Carer or relative"));
    }

    @ParameterizedTest
    @CsvSource({
        "ServDischDate, 2026-03-01, COMPLETED, 2026-03-01",
        "ServDischDate, 2026-03-10, COMPLETED, 2026-03-10",
        "ServDischDate, 2026-03-11, ACTIVE,",
        "ReferRejectionDate, 2026-03-01, CANCELLED, 2026-03-01",
        "ReferRejectionDate, '', ACTIVE,"
    })
    void endTellsWhereAReferralStands(String field, String date, ReferralStatus status, @Nullable String closed) {
        trust.holding(TABLE, OPEN + ", \"%s\": \"%s\"".formatted(field, date));

        var read = one(trust, Section.REFERRALS, Referral.class);
        assertThat(read.referralStatus()).isEqualTo(status);
        assertThat(read.closedOn())
                .isEqualTo(closed == null ? null : PartialDate.parse(closed).orElseThrow());
    }

    @Test
    void referralThatEveryTeamTurnedDownIsCancelledAndOneThatAnyTeamKeepsIsOpen() {
        trust.holding(TABLE, OPEN);
        var rejecting = """
                "ServiceRequestId": "S1", "ServTeamTypeRefToMH": "A12", "ReferRejectionDate": "2026-01-20", "ReferRejectReason": "02\"""";
        trust.holding(SERVICES, rejecting);

        var read = one(trust, Section.REFERRALS, Referral.class);
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.CANCELLED);
        assertThat(Objects.requireNonNull(read.outcome()).display()).isEqualTo("Inappropriate referral");

        trust.holding(SERVICES, rejecting, """
                "ServiceRequestId": "S1", "ServTeamTypeRefToMH": "A17\"""");
        var open = one(trust, Section.REFERRALS, Referral.class);
        assertThat(open.referralStatus()).isEqualTo(ReferralStatus.ACTIVE);
        assertThat(open.title()).isEqualTo("Referral to memory service");
    }

    @Test
    void referralWithoutAnyDateIsInAnUnknownState() {
        trust.holding(TABLE, "\"ServiceRequestId\": \"S1\"");

        assertThat(one(trust, Section.REFERRALS, Referral.class).referralStatus())
                .isEqualTo(ReferralStatus.UNKNOWN);
    }

    @Test
    void dischargeThatCannotBeReadIsNeverAnOpenReferral() {
        trust.holding(TABLE, OPEN + ", \"ServDischDate\": \"last May\"");

        var found = found(trust, Section.REFERRALS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).containsExactly(new Rejection(TABLE, "ServDischDate is missing or not readable"));
    }

    @Test
    void onwardReferralIsOneInAnUnknownState() {
        trust.holding(ONWARD, """
                "ServiceRequestId": "S1", "OnwardReferDate": "2026-02-01", "OnwardReferTime": "15:10:00",
                "OrgIDReceiving": "R0A", "OrgIDReceivingName": "Another Trust", "OnwardReferReason": "01\"""");

        var read = one(trust, Section.REFERRALS, Referral.class);
        assertThat(read.source().recordId()).isEqualTo("MHS105OnwardReferral/S1/2026-02-01/R0A");
        assertThat(read.title()).isEqualTo("Onward referral to Another Trust");
        assertThat(read.referralStatus()).isEqualTo(ReferralStatus.UNKNOWN);
        assertThat(read.requestedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-01T15:10:00Z")));
        assertThat(read.to()).isEqualTo(new Organisation("R0A", "Another Trust"));
        assertThat(Objects.requireNonNull(read.reason()).display()).isEqualTo("01");
    }

    @Test
    void whatElseIsReadIsKeptAndSaidNotToBeWhole() {
        trust.holding(TABLE, OPEN).answering(SERVICES, 503, "").failing(ONWARD, Fault.TIMED_OUT);

        var found = found(trust, Section.REFERRALS);
        assertThat(found.entries()).hasSize(1);
        assertThat(found.extent().truncated()).isTrue();
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection(SERVICES, "could not be read: HTTP 503", Fault.UNAVAILABLE),
                        new Rejection(ONWARD, "could not be read: made to fail", Fault.TIMED_OUT));
    }

    @Test
    void sectionFailsWhenNoTableOfRecordsCanBeRead() {
        trust.failing(TABLE, Fault.UNAVAILABLE).failing(ONWARD, Fault.REFUSED);

        assertThat(read(trust, Section.REFERRALS)).isEqualTo(new PersonReply.Failed(Asking.PERSON, Fault.UNAVAILABLE));
    }
}
