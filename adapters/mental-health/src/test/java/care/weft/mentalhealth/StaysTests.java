package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.one;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Section;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaysTests {

    private static final String SPELLS = "MHS501HospProvSpell";
    private static final String WARDS = "MHS502WardStay";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeStayIsRead() {
        trust.holding(SPELLS, """
                "HospProvSpellID": "H1", "StartDateHospProvSpell": "2026-02-10", "StartTimeHospProvSpell": "2026-02-10 13:00:00",
                "DischDateHospProvSpell": "2026-02-14", "DischTimeHospProvSpell": "15:00:00", "DestOfDischHospProvSpell": "19",
                "PlannedDischDateHospProvSpell": "2026-02-13\"""");
        trust.holding(WARDS, """
                "HospProvSpellID": "H1", "WardStayID": "W2", "StartDateWardStay": "2026-02-12", "WardCode": "JUN",
                "WardCodeName": "Juniper ward", "MHAdmittedPatientClass": "201\"""", """
                "HospProvSpellID": "H1", "WardStayID": "W1", "StartDateWardStay": "2026-02-10", "WardCode": "ROW", "MHAdmittedPatientClass": "202\"""", """
                "HospProvSpellID": "H2", "WardStayID": "W3", "StartDateWardStay": "2026-03-01", "WardCode": "OAK\"""");

        var read = one(trust, Section.STAYS, Stay.class);

        assertThat(read.source().recordId()).isEqualTo("MHS501HospProvSpell/H1");
        assertThat(read.title()).isEqualTo("Mental health inpatient stay, acute older adult mental health care");
        assertThat(read.stayState()).isEqualTo(StayState.DISCHARGED);
        assertThat(read.ward()).isEqualTo("Juniper ward");
        assertThat(read.admittedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-10T13:00:00Z")));
        assertThat(read.dischargedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-14T15:00:00Z")));
        assertThat(read.expectedDischarge()).isNull();
        assertThat(read.destination())
                .isEqualTo(new Coding("urn:mhsds:v6:DestOfDischHospProvSpell", "19", "Usual place of residence"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, '', IN_HOSPITAL",
        "2026-03-11, '', PLANNED",
        "2026-03-01, 2026-03-10, DISCHARGED",
        "2026-03-01, 2026-03-11, IN_HOSPITAL",
        "'', '', UNKNOWN"
    })
    void datesTellWhereAStayStands(String admitted, String discharged, StayState state) {
        trust.holding(SPELLS, """
                "HospProvSpellID": "H1", "StartDateHospProvSpell": "%s", "DischDateHospProvSpell": "%s",
                "EstimatedDischDateHospProvSpell": "2026-03-20\"""".formatted(admitted, discharged));

        var read = one(trust, Section.STAYS, Stay.class);
        assertThat(read.stayState()).isEqualTo(state);
        assertThat(read.expectedDischarge())
                .isEqualTo(state == StayState.DISCHARGED ? null : new PartialDate(2026, 3, 20));
        assertThat(read.title()).isEqualTo("Mental health inpatient stay");
    }

    @Test
    void wardThatCannotBeReadCostsTheWardAlone() {
        trust.holding(SPELLS, """
                "HospProvSpellID": "H1", "StartDateHospProvSpell": "2026-03-01\"""");
        trust.holding(WARDS, """
                "HospProvSpellID": "H1", "StartDateWardStay": "today", "WardCode": "OAK\"""");

        var found = found(trust, Section.STAYS);
        assertThat(found.entries())
                .singleElement()
                .isInstanceOfSatisfying(
                        Stay.class, stay -> assertThat(stay.ward()).isNull());
        assertThat(found.rejected())
                .containsExactly(new Rejection(WARDS, "StartDateWardStay is missing or not readable"));
    }

    @Test
    void legalStatusIsNeverAskedFor() {
        found(trust, Section.STAYS);

        assertThat(trust.targets()).noneMatch(target -> target.startsWith("MHS40"));
    }
}
