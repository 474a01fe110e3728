package care.weft.mentalhealth;

import static care.weft.mentalhealth.Asking.found;
import static care.weft.mentalhealth.Asking.one;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarePlansTests {

    private static final String TABLE = "MHS008CarePlanType";

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholePlanIsRead() {
        trust.holding(TABLE, """
                "CarePlanID": "P1", "CarePlanTypeMH": "12", "CarePlanIDName": "If I cannot sleep",
                "CarePlanCreatDate": "2026-01-30", "CarePlanImplementDate": "2026-02-02",
                "CarePlanLastUpdateDate": "2026-02-20", "CarePlanLastUpdateTime": "2026-02-20 12:30:00\"""");
        trust.holding("MHS009CarePlanAgreement", """
                "CarePlanID": "P1", "CarePlanContentAgreedDate": "2026-01-31\"""", """
                "CarePlanID": "P1", "CarePlanContentAgreedDate": "2026-02-01\"""", """
                "CarePlanID": "P2", "CarePlanContentAgreedDate": "2026-02-09\"""");
        trust.holding("MHS006MHCareCoord", """
                "CareProfLocalIdName": "Former Nurse", "EndDateAssCareCoord": "2026-01-01\"""", """
                {"LocalPatientId": "GM2", "CareProfLocalIdName": "Another's Nurse"}""", """
                "CareProfLocalIdName": "B. Nurse", "CareProfLocalIdRole": "community nurse", "StartDateAssCareCoord": "2026-01-02\"""");

        var read = (CarePackage) found(trust, Section.CARE_PACKAGES).entries().getFirst();

        assertThat(read.source().recordId()).isEqualTo("MHS008CarePlanType/P1");
        assertThat(read.source().recordedAt()).isEqualTo(Instant.parse("2026-02-20T12:30:00Z"));
        assertThat(read.title()).isEqualTo("Mental health crisis plan: If I cannot sleep, agreed 1 February 2026");
        assertThat(read.serviceType())
                .isEqualTo(new Coding("urn:mhsds:v6:CarePlanTypeMH", "12", "Mental health crisis plan"));
        assertThat(read.packageStatus()).isEqualTo(CarePackageStatus.ACTIVE);
        assertThat(read.startsOn()).isEqualTo(new PartialDate(2026, 2, 2));
        assertThat(read.endsOn()).isNull();
        assertThat(read.coordinator()).isEqualTo(new Practitioner("B. Nurse", "community nurse"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, '', ACTIVE",
        "2026-03-11, '', PLANNED",
        "2024-01-01, 2026-03-09, ENDED",
        "2024-01-01, 2026-03-10, ACTIVE",
        "'', 2026-03-09, ENDED",
        "'', '', UNKNOWN"
    })
    void datesTellWhereAPlanStands(String created, String ends, CarePackageStatus status) {
        trust.holding(TABLE, """
                "CarePlanID": "P1", "CarePlanTypeMH": "10", "CarePlanCreatDate": "%s", "CarePlanEndDate": "%s\"""".formatted(created, ends));

        assertThat(one(trust, Section.CARE_PACKAGES, CarePackage.class).packageStatus())
                .isEqualTo(status);
    }

    @Test
    void planOfAnUnknownKindIsToldByItsCode() {
        trust.holding(TABLE, """
                "CarePlanID": "P1", "CarePlanTypeMH": "77\"""");

        assertThat(one(trust, Section.CARE_PACKAGES, CarePackage.class).title()).isEqualTo("77");
    }

    @Test
    void planWithoutItsKindOrWithAnUnreadableDateIsRejected() {
        trust.holding(TABLE, "\"CarePlanID\": \"P1\"", """
                "CarePlanID": "P2", "CarePlanTypeMH": "10", "CarePlanCreatDate": "last week\"""");

        var found = found(trust, Section.CARE_PACKAGES);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).hasSize(2);
    }
}
