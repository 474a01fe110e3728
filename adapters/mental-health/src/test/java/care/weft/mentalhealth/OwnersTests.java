package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.found;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Section;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnersTests {

    private static final String CONTACTS = "MHS201CareContact";
    private static final String REFERRALS = "MHS101Referral";
    private static final String CONTACT = """
            {"CareContactID": "C1", "ServiceRequestID": "S1", "CareContDate": "2026-03-02", "CareContTime": "10:30:00"}""";
    private static final Rejection NOBODYS = new Rejection(CONTACTS, "LocalPatientId is missing or not readable");

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void rowThatNamesItsReferralAloneIsThePatientsWhomThatNames() {
        trust.holding(CONTACTS, CONTACT, CONTACT.replace("C1", "C2").replace("S1", "S2"));
        trust.holding(REFERRALS, "\"ServiceRequestID\": \"S1\"", """
                {"LocalPatientID": "GM2", "ServiceRequestID": "S2"}""");

        assertThat(found(trust, Section.APPOINTMENTS).entries())
                .extracting(entry -> entry.source().owner().localId())
                .containsExactly(new LocalId("GM1"), new LocalId("GM2"));
        assertThat(trust.targets()).endsWith("MHS101Referral?LocalPatientId=GM1&limit=100");
    }

    @Test
    void referralsAreAskedForOnlyWhereRowsNeedThem() {
        trust.holding(CONTACTS, CONTACT.replace("{", "{\"LocalPatientId\": \"GM1\", "));

        assertThat(found(trust, Section.APPOINTMENTS).entries()).hasSize(1);
        assertThat(trust.targets()).noneMatch(target -> target.startsWith(REFERRALS));
    }

    @Test
    void onwardReferralIsOfItsReferralsPatientWithoutAnotherCall() {
        trust.holding(REFERRALS, "\"ServiceRequestId\": \"S1\"");
        trust.holding("MHS105OnwardReferral", """
                {"ServiceRequestId": "S1", "OnwardReferDate": "2026-02-01"}""");

        assertThat(found(trust, Section.REFERRALS).entries()).hasSize(2);
        assertThat(trust.calls).hasSize(3);
    }

    @Test
    void rowOfNoReferralOrOfOneThatTwoPatientsHaveIsNobodys() {
        trust.holding(CONTACTS, CONTACT);
        assertThat(found(trust, Section.APPOINTMENTS).rejected()).containsExactly(NOBODYS);

        trust.holding(REFERRALS, "\"ServiceRequestId\": \"S1\"", """
                {"LocalPatientId": "GM2", "ServiceRequestId": "S1"}""");
        assertThat(found(trust, Section.APPOINTMENTS).rejected()).containsExactly(NOBODYS);
        assertThat(found(trust, Map.of("without", REFERRALS), Section.APPOINTMENTS)
                        .rejected())
                .containsExactly(NOBODYS);
    }

    @Test
    void ownersThatCannotBeAskedForAreThePersonsFailure() {
        trust.holding(CONTACTS, CONTACT).failing(REFERRALS, Fault.TIMED_OUT);

        assertThat(Asking.read(trust, Section.APPOINTMENTS))
                .isEqualTo(new PersonReply.Failed(Asking.PERSON, Fault.TIMED_OUT));
    }
}
