package care.weft.trust;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Section;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaysTests {

    private final FakeTrust trust = FakeTrust.empty();

    @Test
    void wholeStayIsRead() {
        var read = encounter("""
                "status": "finished", "class": {"code": "IMP", "display": "inpatient encounter"},
                "serviceType": {"text": "Trauma and orthopaedics"},
                "period": {"start": "2026-02-10T13:00:00Z", "end": "2026-02-14T15:00:00Z"},
                "hospitalization": {"dischargeDisposition": {"coding": [{"system": "https://codes.example", "code": "19", "display": "Usual place of residence"}]}},
                "location": [{"location": {"reference": "Location/1", "display": "Ward 4"}}],
                "serviceProvider": {"reference": "Organization/1", "display": "Example Trust"}""");

        assertThat(read.source().recordId()).isEqualTo("Encounter/e1");
        assertThat(read.source().owner()).isEqualTo(Owner.of(new LocalId("123")));
        assertThat(read.title()).isEqualTo("Trauma and orthopaedics");
        assertThat(read.stayState()).isEqualTo(StayState.DISCHARGED);
        assertThat(read.ward()).isEqualTo("Ward 4");
        assertThat(read.admittedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-10T13:00:00Z")));
        assertThat(read.dischargedOn()).isEqualTo(Moment.of(Instant.parse("2026-02-14T15:00:00Z")));
        assertThat(read.expectedDischarge()).isNull();
        assertThat(read.readySince()).isNull();
        assertThat(read.destination()).isEqualTo(new Coding("https://codes.example", "19", "Usual place of residence"));
        assertThat(read.organisation()).isEqualTo(new Organisation(null, "Example Trust"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMP", "ACUTE", "NONAC", "OBSENC", "SS", "EMER", "imp"})
    void classesThatAreStays(String code) {
        assertThat(encounter("\"class\": {\"code\": \"" + code + "\"}").title()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMB", "HH", "VR", "FLD", "PRENC", "GROUPING"})
    void contactsAreLeftOutWithoutARejection(String code) {
        trust.holding("Encounter", resource("\"class\": {\"code\": \"" + code + "\"}"));

        var found = Asking.found(trust, Section.STAYS);
        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Hospital inpatient, true",
        "Emergency, true",
        "Day case, true",
        "Hospital outpatient visit, false",
        "Telephone call, false",
        "Home visit, false",
        "Virtual ward observation, false"
    })
    void classInATrustsOwnCodesIsToldByItsWords(String words, boolean stay) {
        trust.holding(
                "Encounter",
                resource(
                        "\"class\": {\"system\": \"urn:oid:1.2.3\", \"code\": \"7\", \"display\": \"" + words + "\"}"));

        var found = Asking.found(trust, Section.STAYS);
        assertThat(found.entries()).hasSize(stay ? 1 : 0);
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void encounterOfNoKnownClassIsRejectedForItMayBeAStay() {
        trust.holding(
                "Encounter",
                resource("\"status\": \"in-progress\""),
                resource("\"class\": {\"code\": \"13\", \"display\": \"Support\"}")
                        .replace("\"e1\"", "\"e2\""));

        assertThat(Asking.found(trust, Section.STAYS).rejected())
                .containsExactly(
                        new Rejection("Encounter", "class is missing"),
                        new Rejection("Encounter", "class is not one that tells a stay from a contact"));
    }

    @ParameterizedTest
    @CsvSource({
        "planned, PLANNED",
        "arrived, IN_HOSPITAL",
        "triaged, IN_HOSPITAL",
        "in-progress, IN_HOSPITAL",
        "onleave, IN_HOSPITAL",
        "finished, DISCHARGED",
        "cancelled, CANCELLED",
        "entered-in-error, CANCELLED",
        "unknown, UNKNOWN",
        "boarding, UNKNOWN"
    })
    void statusTellsWhereAStayStands(String status, StayState state) {
        assertThat(encounter("\"class\": {\"code\": \"IMP\"}, \"status\": \"" + status + "\"")
                        .stayState())
                .isEqualTo(state);
    }

    @Test
    void endOfAStayThatLastsIsTheExpectedOne() {
        var read = encounter("""
                "class": {"code": "IMP"}, "status": "in-progress", "period": {"start": "2026-03-01", "end": "2026-03-14T22:30:00Z"}""");

        assertThat(read.expectedDischarge()).isEqualTo(new PartialDate(2026, 3, 14));
        assertThat(read.dischargedOn()).isNull();
        assertThat(encounter("""
                "class": {"code": "IMP"}, "status": "planned", "period": {"start": "2026-06", "end": "2026-07"}""").expectedDischarge()).isEqualTo(new PartialDate(2026, 7, null));
    }

    @Test
    void personWhoIsMedicallySafeForDischargeIsReady() {
        var safe = """
                "class": {"code": "IMP"}, "status": "%s", "hospitalization": {"extension": [{
                  "url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-MedicallySafeForDischarge",
                  "extension": [{"url": "status", "valueCode": "%s"}, {"url": "actualDate", "valueDateTime": "2026-03-08T09:00:00Z"}]}]}""";

        var ready = encounter(safe.formatted("in-progress", "ready"));
        assertThat(ready.stayState()).isEqualTo(StayState.READY);
        assertThat(ready.readySince()).isEqualTo(Moment.of(Instant.parse("2026-03-08T09:00:00Z")));

        var notReady = encounter(safe.formatted("in-progress", "notready"));
        assertThat(notReady.stayState()).isEqualTo(StayState.IN_HOSPITAL);
        assertThat(notReady.readySince()).isNull();

        assertThat(encounter(safe.formatted("finished", "ready")).stayState()).isEqualTo(StayState.DISCHARGED);
    }

    @Test
    void readinessIsFoundOnTheEncounterItselfToo() {
        assertThat(encounter("""
                "class": {"code": "IMP"}, "status": "in-progress", "extension": [{
                  "url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-MedicallySafeForDischarge",
                  "extension": [{"url": "status", "valueCode": "ready"}]}]""")).satisfies(read -> {
            assertThat(read.stayState()).isEqualTo(StayState.READY);
            assertThat(read.readySince()).isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'\"valueDate\": \"2026-03-09\"', READY, 2026-03-09",
        "'\"valueDate\": \"2026-03-10\"', READY, 2026-03-10",
        "'\"valueDateTime\": \"2026-03\"', READY, 2026-03",
        "'\"valueDate\": \"2026-03-11\"', IN_HOSPITAL,",
        "'\"valueBoolean\": true', READY,",
        "'\"valueBoolean\": false', IN_HOSPITAL,",
        "'\"valueString\": \"soon\"', IN_HOSPITAL,"
    })
    void trustsOwnExtensionForReadinessIsNamedByASetting(String value, StayState state, @Nullable String since) {
        var settings = Map.of("ready-extension", "https://trust.example/ready");
        var read = encounter(settings, """
                "class": {"code": "IMP"}, "status": "in-progress",
                "extension": [{"url": "https://trust.example/ready", %s}]""".formatted(value));

        assertThat(read.stayState()).isEqualTo(state);
        assertThat(read.readySince())
                .isEqualTo(
                        since == null
                                ? null
                                : Moment.of(PartialDate.parse(since).orElseThrow()));
    }

    @Test
    void nobodyIsReadyWhoHasLeft() {
        var read = encounter(Map.of("ready-extension", "https://trust.example/ready"), """
                "class": {"code": "IMP"}, "status": "finished",
                "extension": [{"url": "https://trust.example/ready", "valueDate": "2026-03-01"}]""");

        assertThat(read.stayState()).isEqualTo(StayState.DISCHARGED);
        assertThat(read.readySince()).isNull();
    }

    @Test
    void pathwayIsReadFromTheExtensionThatASettingNames() {
        var content = """
                "class": {"code": "IMP"}, "extension": [{"valueString": "no address"}, {"url": "https://trust.example/pathway",
                  "valueCodeableConcept": {"coding": [{"system": "https://trust.example/p", "code": "1", "display": "Home with support"}]}}]""";

        assertThat(encounter(Map.of("pathway-extension", "https://trust.example/pathway"), content)
                        .pathway())
                .isEqualTo(new Coding("https://trust.example/p", "1", "Home with support"));
        assertThat(encounter(content).pathway()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"planned", "in-progress", "finished"})
    void plannedEndOfReleaseFiveIsTheExpectedDischarge(String status) {
        var read = encounter("""
                "class": {"code": "IMP"}, "status": "%s", "period": {"start": "2026-03-01", "end": "2026-03-09"},
                "extension": [{"url": "http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate",
                  "valueDateTime": "2026-03-12T23:30:00Z"}]""".formatted(status));

        assertThat(read.expectedDischarge()).isEqualTo(new PartialDate(2026, 3, 12));
    }

    @Test
    void wardIsWhereThePersonLiesNowOrLastLay() {
        assertThat(encounter("""
                "class": {"code": "IMP"}, "location": [
                  {"location": {"display": "Emergency"}, "status": "completed", "period": {"start": "2026-03-01"}},
                  {"location": {"display": "Ward 4"}, "status": "active", "period": {"start": "2026-03-02"}},
                  {"location": {"display": "Ward 9"}, "status": "planned"}]""").ward()).isEqualTo("Ward 4");
        assertThat(encounter("""
                "class": {"code": "IMP"}, "location": [
                  {"location": {"display": "Ward 4"}, "period": {"start": "2026-03-02", "end": "2026-03-04"}},
                  {"location": {"display": "Emergency"}, "period": {"start": "2026-03-01", "end": "2026-03-02"}}]""").ward()).isEqualTo("Ward 4");
        assertThat(encounter("\"class\": {\"code\": \"IMP\"}").ward()).isNull();
    }

    @Test
    void episodeThatAStayNamesIsNotCountedTwice() {
        trust.holding("Encounter", resource("""
                "class": {"code": "IMP"}, "episodeOfCare": [{"reference": "EpisodeOfCare/c1"}]"""));
        trust.holding("EpisodeOfCare", episode("c1", "active"), episode("c2", "active"));

        assertThat(Asking.found(trust, Section.STAYS).entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("Encounter/e1", "EpisodeOfCare/c2");
    }

    @Test
    void episodeThatOnlyAContactOrAnUnreadableStayNamesStands() {
        trust.holding("Encounter", resource("""
                        "class": {"code": "AMB"}, "episodeOfCare": [{"reference": "EpisodeOfCare/c1"}]"""), """
                {"resourceType": "Encounter", "id": "e2", "class": {"code": "IMP"}, "episodeOfCare": [{"reference": "EpisodeOfCare/c1"}]}""");
        trust.holding("EpisodeOfCare", episode("c1", "active"));

        var found = Asking.found(trust, Section.STAYS);
        assertThat(found.entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("EpisodeOfCare/c1");
        assertThat(found.rejected()).containsExactly(new Rejection("Encounter", "subject is missing"));
    }

    @Test
    void episodesStandWhereTheEncountersCouldNotBeRead() {
        trust.failing("Encounter", Fault.TIMED_OUT).holding("EpisodeOfCare", episode("c1", "active"));

        var found = Asking.found(trust, Section.STAYS);

        assertThat(found.entries()).hasSize(1);
        assertThat(found.extent().truncated()).isTrue();
        assertThat(found.rejected())
                .containsExactly(new Rejection("Encounter", "could not be read: made to fail", Fault.TIMED_OUT));
    }

    private Stay encounter(String content) {
        return encounter(Map.of(), content);
    }

    private Stay encounter(Map<String, String> settings, String content) {
        trust.holding("Encounter", resource(content));
        return Asking.one(trust, settings, Section.STAYS, Stay.class);
    }

    private static String resource(String content) {
        return """
                {"resourceType": "Encounter", "id": "e1", "subject": {"reference": "Patient/123"}, %s}""".formatted(content);
    }

    private static String episode(String id, String status) {
        return """
                {"resourceType": "EpisodeOfCare", "id": "%s", "status": "%s", "patient": {"reference": "Patient/123"},
                 "type": [{"text": "Intermediate care beds"}]}""".formatted(id, status);
    }
}
