package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Section;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeStayTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void bedBasedEpisodeIsAStay() {
        var read = one("active", "{\"text\": \"Bed-based intermediate care\"}");

        assertThat(read.source().recordId()).isEqualTo("EpisodeOfCare/c1");
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("123")));
        assertThat(read.title()).isEqualTo("Bed-based intermediate care");
        assertThat(read.stayState()).isEqualTo(StayState.IN_HOSPITAL);
        assertThat(read.admittedOn()).isEqualTo(Moment.of(new PartialDate(2026, 3, 1)));
        assertThat(read.expectedDischarge()).isEqualTo(new PartialDate(2026, 4, 1));
        assertThat(read.dischargedOn()).isNull();
        assertThat(read.organisation()).isEqualTo(new Organisation(null, "Example Trust"));
    }

    @ParameterizedTest
    @CsvSource({
        "planned, PLANNED",
        "waitlist, PLANNED",
        "active, IN_HOSPITAL",
        "onhold, IN_HOSPITAL",
        "finished, DISCHARGED",
        "cancelled, CANCELLED",
        "entered-in-error, CANCELLED",
        "paused, UNKNOWN"
    })
    void statusTellsWhereABedBasedEpisodeStands(String status, StayState state) {
        assertThat(one(status, "{\"text\": \"Inpatient rehabilitation\"}").stayState())
                .isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"Intermediate care unit\"}",
                "{\"text\": \"Step-down beds, community hospital\"}",
                "{\"text\": \"Ward 4\"}",
                "{\"text\": \"Community beds\"}",
                "{\"text\": \"Residential rehabilitation\"}",
                "{\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"394656005\"}]}",
                "{\"coding\": [{\"code\": \"7\", \"display\": \"Discharge to assess bed\"}]}"
            })
    void codeOrWordsTellABed(String type) {
        assertThat(one("active", type).stayState()).isEqualTo(StayState.IN_HOSPITAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"Community nursing\"}",
                "{\"text\": \"Community physiotherapy\"}",
                "{\"text\": \"Community occupational therapy\"}",
                "{\"text\": \"District nurses\"}",
                "{\"text\": \"Reablement at home\"}",
                "{\"text\": \"Virtual ward\"}",
                "{\"text\": \"Hospital at home\"}",
                "{\"text\": \"Home-based intermediate care\"}",
                "{\"text\": \"Care homes in-reach\"}",
                "{\"text\": \"Outpatient physiotherapy\"}",
                "{\"coding\": [{\"system\": \"https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-EpisodeOfCareType\", \"code\": \"CommunityHealth\"}]}",
                "{\"coding\": [{\"system\": \"http://terminology.hl7.org/CodeSystem/episodeofcare-type\", \"code\": \"hacc\"}]}"
            })
    void careAtHomeOrInAClinicIsNoStay(String type) {
        trust.holding("EpisodeOfCare", episode("active", type));

        var found = Asking.found(trust, Section.STAYS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"coding\": [{\"system\": \"http://snomed.info/sct\", \"code\": \"710081004\", \"display\": \"Smoking cessation therapy\"}]}",
                "{\"text\": \"Intermediate care\"}",
                "{\"text\": \"Care home placement\"}",
                "{\"text\": \"Community rehabilitation\"}",
                "{\"text\": \"Nursing home care\"}",
                "{\"text\": \"Home from hospital flat\"}",
                "{\"text\": \"Beds and clinics\"}",
                "{\"text\": \"Support for a bed-bound person\"}",
                "{}"
            })
    void typeThatTellsNeitherIsListedAndCallsNobodyAnInpatient(String type) {
        for (var status : new String[] {"planned", "active", "onhold", "finished", "paused"}) {
            assertThat(one(status, type).stayState()).as(status).isEqualTo(StayState.UNKNOWN);
        }
        assertThat(one("entered-in-error", type).stayState()).isEqualTo(StayState.CANCELLED);

        var active = one("active", type);
        assertThat(active.admittedOn()).isEqualTo(Moment.of(new PartialDate(2026, 3, 1)));
        assertThat(active.expectedDischarge()).isNull();
        assertThat(active.dischargedOn()).isNull();
        assertThat(one("finished", type).dischargedOn()).isEqualTo(Moment.of(new PartialDate(2026, 4, 1)));
    }

    @Test
    void trustNamesItsOwnTypesAndTheyComeBeforeTheWords() {
        var settings = Map.of(
                "bed-based-episodes", "https://trust.example/types|H2, the limes",
                "community-episodes", "https://trust.example/types|SC,Ward follow-up");

        assertThat(one(settings, "active", """
                {"coding": [{"system": "https://trust.example/types", "code": "H2", "display": "Home from hospital flat"}]}""").stayState()).isEqualTo(StayState.IN_HOSPITAL);
        assertThat(one(settings, "active", "{\"text\": \"The Limes\"}").stayState())
                .isEqualTo(StayState.IN_HOSPITAL);
        for (var type : new String[] {
            "{\"coding\": [{\"system\": \"https://trust.example/types\", \"code\": \"SC\", \"display\": \"Smoking cessation\"}]}",
            "{\"text\": \"Ward follow-up\"}"
        }) {
            trust.holding("EpisodeOfCare", episode("active", type));
            assertThat(Asking.found(trust, settings, Section.STAYS).entries())
                    .as(type)
                    .isEmpty();
        }
        assertThat(one(settings, "active", """
                {"coding": [{"system": "https://another.example/types", "code": "SC", "display": "Smoking cessation"}]}""").stayState()).isEqualTo(StayState.UNKNOWN);
    }

    private Stay one(String status, String type) {
        return one(Map.of(), status, type);
    }

    private Stay one(Map<String, String> settings, String status, String type) {
        trust.holding("EpisodeOfCare", episode(status, type));
        return Asking.one(trust, settings, Section.STAYS, Stay.class);
    }

    private static String episode(String status, String type) {
        return """
                {"resourceType": "EpisodeOfCare", "id": "c1", "status": "%s", "patient": {"reference": "Patient/123"},
                 "type": [%s], "period": {"start": "2026-03-01", "end": "2026-04-01"},
                 "managingOrganization": {"display": "Example Trust"}}""".formatted(status, type);
    }
}
