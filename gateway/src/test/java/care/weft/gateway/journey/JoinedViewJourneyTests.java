package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.gp.GpStub;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** One person in one answer, of every partner, and what is said where a partner cannot say it. */
class JoinedViewJourneyTests extends Journey {

    private static final String TODAY = StoryClock.TODAY.toString();
    private static final String WORTH =
            "complete completeness sources { partner { id } outcome message covers { from to } }";

    private final Person maureen = story(Story.THREE_ASSESSMENTS);

    @Test
    void oneQueryHasRecordsOfAllFourPartnersAndIsComplete() {
        var person = askAbout(maureen, """
                timeline(first: 100) { nodes { provenance { partner { id } } } complete }
                appointments(from: "%1$s") { nodes { provenance { partner { id } } } %2$s }
                assessments { nodes { provenance { partner { id } } } %2$s }
                """.formatted(TODAY, WORTH)).person();

        assertThat(partners(person.path("timeline")))
                .containsExactlyInAnyOrder("council", "trust", "gp", "mental-health");
        assertThat(partners(person.path("assessments")))
                .containsExactlyInAnyOrder("council", "trust", "gp", "mental-health");
        assertThat(partners(person.path("appointments"))).containsExactlyInAnyOrder("trust", "gp", "mental-health");
        for (var list : List.of("timeline", "appointments", "assessments")) {
            assertThat(person.path(list).path("complete").asBoolean()).as(list).isTrue();
        }
    }

    @Test
    void pastAppointmentsAreIncompleteBecausePracticesTellOnlyThoseToCome() {
        var appointments = askAbout(
                        maureen, "appointments(from: \"2026-01-01\", to: \"" + TODAY + "\") { " + WORTH + " }")
                .person()
                .path("appointments");

        assertThat(appointments.path("completeness").asString()).isEqualTo("INCOMPLETE");
        assertThat(appointments.path("complete").asBoolean()).isFalse();
        var practice = source(appointments, "gp");
        assertThat(practice.path("outcome").asString()).isEqualTo("ANSWERED");
        assertThat(practice.path("covers")).hasToString("{\"from\":\"2026-03-10\",\"to\":\"2027-04-10\"}");
        assertThat(practice.path("message").asString())
                .isEqualTo(
                        "General practice answered, but only for 10 March 2026 to 10 April 2027: ask it directly about"
                                + " other dates.");
        assertThat(source(appointments, "trust").path("message").asString())
                .isEqualTo("Manchester University NHS Foundation Trust answered.");
    }

    @Test
    void aPracticeThatIsDownCostsItsOwnPatientsOnly() {
        var neighbour = STUBS.population().people().stream()
                .filter(person -> person.ofTheCrowd() && !person.practice().equals(maureen.practice()) && known(person))
                .findFirst()
                .orElseThrow();
        failing(STUBS.gp(), GpStub.path(maureen.practice().ods()) + ".*", 503);

        var people = ask(
                        "mdt",
                        "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { appointments(from: \"" + TODAY + "\") { "
                                + WORTH + " } } }",
                        Map.of("n", List.of(number(maureen), number(neighbour))))
                .data()
                .path("people");

        assertThat(outcome(people.path(0).path("appointments"), "gp")).isEqualTo("UNAVAILABLE");
        assertThat(outcome(people.path(0).path("appointments"), "trust")).isEqualTo("ANSWERED");
        assertThat(outcome(people.path(1).path("appointments"), "gp")).isEqualTo("ANSWERED");
    }

    private static void failing(PartnerStub partner, String urlPattern, int status) {
        var mapping = "{\"request\": {\"urlPathPattern\": \"" + urlPattern + "\"}, \"response\": {\"status\": " + status
                + "}}";
        var request = HttpRequest.newBuilder(URI.create(partner.adminUrl() + "/mappings"))
                .POST(HttpRequest.BodyPublishers.ofString(mapping))
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            assertThat(client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                            .join()
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    private static boolean known(Person person) {
        return person.position() % 40 != 7 && !person.practice().ods().equals(GpStub.PRACTICE_WITHOUT_APPOINTMENTS);
    }

    @Test
    void whomAPracticeDoesNotOwnToKnowIsNotTakenForHavingNothing() {
        var sensitive = STUBS.population().people().stream()
                .filter(person -> person.ofTheCrowd() && person.position() % 40 == 7)
                .findFirst()
                .orElseThrow();

        var referrals = askAbout(sensitive, "referrals { nodes { title } " + WORTH + " }")
                .person()
                .path("referrals");

        assertThat(outcome(referrals, "gp")).isEqualTo("NOTHING_RELEASED");
        assertThat(referrals.path("complete").asBoolean()).isFalse();
    }

    @Test
    void aWithdrawnNumberOpensNobodysRecord() {
        var withdrawn = STUBS.population().of(SpecialPerson.INVALIDATED_NUMBER);

        var person = askAbout(withdrawn, """
                identities { partner { id } state } timeline { nodes { title } complete sources { outcome } }
                demographics { value { name { display } } }""").person();

        assertThat(person.path("identities")
                        .valueStream()
                        .map(identity -> identity.path("state").asString()))
                .containsOnly("QUARANTINED");
        assertThat(person.path("timeline").path("nodes").isEmpty()).isTrue();
        assertThat(person.path("timeline").path("complete").asBoolean()).isFalse();
        assertThat(person.path("demographics").path("value").isNull()).isTrue();
        for (var partner : List.of("council", "trust", "gp", "mental-health")) {
            assertThat(Objects.requireNonNull(STUBS.partners().get(partner)).calls())
                    .as(partner)
                    .isEmpty();
        }
    }

    @Test
    void aPatientOfAPracticeElsewhereHasNoNeighbourhoodAndNoGpRecordsHere() {
        var person = askAbout(
                        STUBS.population().of(SpecialPerson.OUT_OF_AREA),
                        "neighbourhood { name } appointments { " + WORTH + " }")
                .person();

        assertThat(person.path("neighbourhood").isNull()).isTrue();
        assertThat(outcome(person.path("appointments"), "gp")).isEqualTo("NOT_LINKED");
        assertThat(person.path("appointments").path("complete").asBoolean()).isFalse();
    }

    @Test
    void whatTheRegisterSaysOfAPersonCostsOneCallOfIt() {
        askAbout(maureen, "neighbourhood { name } demographics { complete } appointments { complete }")
                .person();

        assertThat(STUBS.demographics().calls()).isEqualTo(Map.of("Patient", 1));
    }

    @Test
    void aNeighbourhoodIsFoundByItsIdWithItsPractices() {
        var data = ask("mdt", """
                { neighbourhoods { id name }
                  neighbourhood(id: "gorton-and-levenshulme") { name practices { odsCode name } }
                  nowhere: neighbourhood(id: "nowhere") { name } }""", Map.of()).data();

        assertThat(data.path("neighbourhoods").size()).isEqualTo(12);
        assertThat(data.path("neighbourhood")
                        .path("practices")
                        .valueStream()
                        .map(practice -> practice.path("odsCode").asString()))
                .contains(maureen.practice().ods());
        assertThat(data.path("nowhere").isNull()).isTrue();
    }

    @Test
    void aPartnersOwnIdOpensTheWholeRecordOfSomeoneWithANumber() {
        var localId = STUBS.trust().patientIds(maureen).getFirst();

        var person = byRecord("trust", localId, "nhsNumber carePackages { nodes { title } }")
                .data()
                .path("personByRecord");

        assertThat(person.path("nhsNumber").asString()).isEqualTo(number(maureen));
        assertThat(person.path("carePackages").path("nodes").isEmpty()).isFalse();
    }

    @Test
    void anIdThatThePartnerDoesNotHaveIsSaidSo() {
        var answer = byRecord("council", "P0000000", "id");

        assertThat(answer.body().path("data").path("personByRecord").isNull()).isTrue();
        assertThat(answer.errorCode()).isEqualTo("NO_SUCH_RECORD");
        assertThat(answer.error().path("message").asString())
                .isEqualTo("Manchester City Council has no record with this id. Check the id in its own system.");
    }

    @Test
    void aPartnerThatCannotBeAskedWhoseRecordItIsIsSaidSo() {
        STUBS.council().stop();

        var answer = byRecord("council", "P4100222", "id");

        assertThat(answer.errorCode()).isEqualTo("PARTNER_DID_NOT_ANSWER");
        assertThat(answer.error().path("message").asString())
                .isEqualTo("Manchester City Council did not say whose record this is (UNAVAILABLE). Try again.");
    }

    @Test
    void aPartnerWithoutIdsOfItsOwnIsNotAskedByOne() {
        var answer = byRecord("gp", "1", "id");

        assertThat(answer.errorCode()).isEqualTo("INVALID_ARGUMENT");
        assertThat(answer.error().path("message").asString())
                .isEqualTo(
                        "Argument 'partner' must be a partner that has records under an id of its own: council, trust,"
                                + " mental-health.");
    }

    /** But for what a partner keeps from them, if there is any. */
    @Test
    void thePersonSeesTheirOwnRecordOfEveryPartner() {
        var timeline = ask(
                        "person",
                        "{ me { person { timeline(first: 100) { nodes { provenance { partner { id } } } completeness } } } }",
                        Map.of())
                .data()
                .path("me")
                .path("person")
                .path("timeline");

        assertThat(partners(timeline)).containsExactlyInAnyOrder("council", "trust", "gp", "mental-health");
        assertThat(timeline.path("completeness").asString()).isEqualTo("COMPLETE_FOR_YOUR_ROLE");
    }

    private Answer byRecord(String partner, String localId, String selection) {
        return ask(
                "gp",
                "query($p: ID!, $l: String!) { personByRecord(partner: $p, localId: $l) { " + selection + " } }",
                Map.of("p", partner, "l", localId));
    }

    private static Set<String> partners(JsonNode list) {
        return list.path("nodes")
                .valueStream()
                .map(node -> node.path("provenance").path("partner").path("id").asString())
                .collect(Collectors.toSet());
    }
}
