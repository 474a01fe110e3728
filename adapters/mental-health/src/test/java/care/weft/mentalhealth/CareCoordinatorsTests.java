package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.one;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareCoordinatorsTests {

    private static final String TABLE = "MHS006MHCareCoord";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeInvolvementIsRead() {
        trust.holding(TABLE, """
                "CareProfLocalId": "CP1", "CareProfLocalIdName": "B. Nurse", "CareProfLocalIdRole": "community nurse",
                "CareProfServOrTeamTypeAssoc": "A06", "CareProfTeamLocalIdName": "older adults' team",
                "CareProfTeamLocalIdTel": "0161 496 0000", "CareProfTeamLocalIdHours": "9 to 5",
                "StartDateAssCareCoord": "2026-01-02", "EndDateAssCareCoord": "\"""");

        var read = one(trust, Section.INVOLVEMENTS, Involvement.class);

        assertThat(read.source().recordId()).isEqualTo("MHS006MHCareCoord/CP1/2026-01-02");
        assertThat(read.role()).isEqualTo(Coding.text("Care coordinator"));
        assertThat(read.practitioner()).isEqualTo(new Practitioner("B. Nurse", "community nurse"));
        assertThat(read.team()).isEqualTo("older adults' team");
        assertThat(read.contact()).isEqualTo(new Contact("0161 496 0000", null, "9 to 5"));
        assertThat(read.since()).isEqualTo(new PartialDate(2026, 1, 2));
        assertThat(read.until()).isNull();
        assertThat(read.keyWorker()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, '', true",
        "2026-03-11, '', false",
        "2020-01-01, 2026-03-10, true",
        "2020-01-01, 2026-03-09, false",
        "'', '', true"
    })
    void coordinatorIsKeyWorkerWhileInCharge(String since, String until, boolean keyWorker) {
        trust.holding(TABLE, """
                "CareProfLocalId": "CP1", "CareProfServOrTeamTypeAssoc": "A17",
                "StartDateAssCareCoord": "%s", "EndDateAssCareCoord": "%s\"""".formatted(since, until));

        var read = one(trust, Section.INVOLVEMENTS, Involvement.class);
        assertThat(read.keyWorker()).isEqualTo(keyWorker);
        assertThat(read.team()).isEqualTo("Memory service");
        assertThat(read.practitioner()).isNull();
        assertThat(read.contact()).isNull();
    }

    @Test
    void endThatCannotBeReadIsNoInvolvement() {
        trust.holding(TABLE, """
                "CareProfLocalId": "CP1", "EndDateAssCareCoord": "soon\"""", "\"StartDateAssCareCoord\": \"2026-01-01\"");

        var found = found(trust, Section.INVOLVEMENTS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection(TABLE, "EndDateAssCareCoord is missing or not readable"),
                        new Rejection(TABLE, "CareProfTeamLocalId is missing or not readable"));
        assertThat(trust.targets()).containsExactly("MHS006MHCareCoord?LocalPatientId=GM1&limit=100");
    }
}
