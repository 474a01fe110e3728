package care.weft.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Rejection;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvolvementsTests {

    private final FakeCouncil council = new FakeCouncil();

    @Test
    void allocatedWorkerOfANamedTeamIsToldWithTheirTelephone() {
        var read = one("""
                "status": "active", "name": "Example social work team",
                "contained": [{"resourceType": "PractitionerRole", "id": "worker", "practitioner": {"display": "Y. Worker"},
                  "code": [{"text": "social worker"}], "telecom": [{"system": "phone", "value": "0161 496 0002", "use": "work"}]}],
                "participant": [{"role": [{"coding": [{"system": "urn:roles", "code": "ALLOC", "display": "Allocated worker"}]}],
                  "member": {"reference": "#worker"}, "period": {"start": "2026-02"}}],
                "managingOrganization": [{"identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "00BN"}, "display": "Example Council"}],
                "telecom": [{"system": "phone", "value": "0161 496 0001"}]""");

        assertThat(read.source().recordId()).isEqualTo("CareTeam/c1/participant/worker");
        assertThat(read.organisation()).isEqualTo(new Organisation("00BN", "Example Council"));
        assertThat(read.team()).isEqualTo("Example social work team");
        assertThat(read.role()).isEqualTo(new Coding("urn:roles", "ALLOC", "Allocated worker"));
        assertThat(read.practitioner()).isEqualTo(new Practitioner("Y. Worker", "social worker"));
        assertThat(read.contact()).isEqualTo(new Contact("0161 496 0002", null, null));
        assertThat(read.since()).hasToString("2026-02");
        assertThat(read.until()).isNull();
        assertThat(read.keyWorker()).isTrue();
    }

    @Test
    void everyParticipantAtWorkIsOneAndFamilyIsNone() {
        var read = all("""
                "status": "active", "name": "Team", "telecom": [{"system": "phone", "value": "0161 496 0001"}], "participant": [
                  {"member": {"type": "Practitioner", "display": "A. Worker"}},
                  {"member": {"reference": "Practitioner/7", "display": "B. Worker"}, "role": [{"text": "Occupational therapist"}]},
                  {"member": {"reference": "Practitioner/7", "display": "B. Worker"}, "role": [{"text": "Reviewer"}]},
                  {"member": {"type": "Organization", "display": "Duty desk"}},
                  {"member": {"reference": "RelatedPerson/1", "display": "Her daughter"}},
                  {"member": {"reference": "Patient/123", "display": "Herself"}}]""");

        assertThat(read)
                .extracting(each ->
                        each.practitioner() == null ? "" : each.practitioner().name())
                .containsExactly("A. Worker", "B. Worker", "B. Worker", "");
        assertThat(read)
                .extracting(each -> each.source().recordId())
                .containsExactly(
                        "CareTeam/c1/participant/unnamed",
                        "CareTeam/c1/participant/7",
                        "CareTeam/c1/participant/7-2",
                        "CareTeam/c1/participant/unnamed-2");
        assertThat(read).extracting(Involvement::team).containsOnly("Team");
        assertThat(read).extracting(Involvement::keyWorker).containsOnly(false);
        assertThat(read).extracting(Involvement::contact).containsOnly(new Contact("0161 496 0001", null, null));
        assertThat(read.getLast().organisation()).isEqualTo(new Organisation(null, "Duty desk"));
    }

    @Test
    void labelOfATeamIsThatOfItsMembers() {
        var read = one("""
                "status": "active", "name": "Team", "meta": {"security": [{"display": "Restricted"}]},
                "participant": [{"member": {"type": "Practitioner", "display": "A. Worker"}}]""");

        assertThat(read.source().labels()).containsExactly(Confidentiality.RESTRICTED);
    }

    @Test
    void teamWithoutParticipantsIsOneItself() {
        var read = one("\"status\": \"active\", \"name\": \"Team\", \"period\": {\"start\": \"2026-01-05\"}");

        assertThat(read.source().recordId()).isEqualTo("CareTeam/c1");
        assertThat(read.team()).isEqualTo("Team");
        assertThat(read.since()).hasToString("2026-01-05");
        assertThat(read.practitioner()).isNull();
    }

    @Test
    void whatIsOverSaysSoAndOtherwiseIsLeftOut() {
        var worker = "\"participant\": [{\"member\": {\"type\": \"Practitioner\", \"display\": \"A. Worker\"}}]";

        assertThat(one("\"status\": \"inactive\", \"period\": {\"end\": \"2025-12-01\"}, " + worker)
                        .until())
                .hasToString("2025-12-01");
        assertThat(all("\"status\": \"inactive\", " + worker)).isEmpty();
        assertThat(all("\"status\": \"proposed\", " + worker)).isEmpty();
        assertThat(all("\"status\": \"entered-in-error\", " + worker)).isEmpty();
        assertThat(all("\"status\": \"suspended\", " + worker)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Allocated social worker, true",
        "Key worker, true",
        "Key-worker, true",
        "Lead professional, true",
        "Named OT assessor, true",
        "Care coordinator, true",
        "Former key worker, false",
        "Social worker, false",
        "Reviewing officer, false"
    })
    void keyWorkerIsWhoseRoleSaysSo(String role, boolean keyWorker) {
        assertThat(one("\"participant\": [{\"member\": {\"display\": \"A. Worker\"}, \"role\": [{\"text\": \"" + role
                                + "\"}]}]")
                        .keyWorker())
                .isEqualTo(keyWorker);
    }

    @Test
    void keyWorkerIsAlsoWhoseRoleTheSettingsName() {
        holding(
                "\"participant\": [{\"member\": {\"display\": \"A. Worker\"}, \"role\": [{\"coding\": [{\"code\": \"PRI\"}]}]}]");

        assertThat(Asking.one(council, Map.of("key-worker-roles", "pri"), Section.INVOLVEMENTS, Involvement.class)
                        .keyWorker())
                .isTrue();
    }

    @Test
    void whatNamesNobodyIsRejected() {
        holding("\"participant\": [{\"role\": [{\"text\": \"Social worker\"}]}]");
        assertThat(Asking.found(council, Section.INVOLVEMENTS).rejected())
                .containsExactly(new Rejection("CareTeam", "participant and name are missing"));

        holding("\"status\": \"active\"");
        assertThat(Asking.found(council, Section.INVOLVEMENTS).rejected())
                .containsExactly(new Rejection("CareTeam", "name is missing or not readable"));
    }

    private void holding(String content) {
        council.holding("CareTeam", """
                {"resourceType": "CareTeam", "id": "c1", "subject": {"reference": "Patient/123"}, %s}""".formatted(content));
    }

    private List<Involvement> all(String content) {
        holding(content);
        var found = Asking.found(council, Section.INVOLVEMENTS);
        assertThat(found.rejected()).isEmpty();
        return found.entries().stream().map(Involvement.class::cast).toList();
    }

    private Involvement one(String content) {
        holding(content);
        return Asking.one(council, Section.INVOLVEMENTS, Involvement.class);
    }
}
