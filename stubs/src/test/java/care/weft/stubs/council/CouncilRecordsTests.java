package care.weft.stubs.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CouncilRecordsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(20).withToday(TODAY));
    private static final CouncilClient COUNCIL = new CouncilClient(STUBS);
    private static final Population MANY = Population.of(600, TODAY);
    private static final CouncilRecords RECORDS = new CouncilRecords(MANY);

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void everyTextOfAPersonCarriesTheirMarkAndNobodyElses() {
        for (var person : MANY.people()) {
            for (var text : everything(person)) {
                assertThat(Canaries.PATTERN.matcher(text).results().map(found -> found.group()))
                        .as(person.key())
                        .isNotEmpty()
                        .containsOnly(person.canary());
            }
        }
    }

    @Test
    void everythingSaysWhichSystemHoldsItAndWhoAnswersForIt() {
        var maureen = STUBS.story("three-assessments");
        for (var type : CouncilStub.SEARCHES.keySet()) {
            for (var resource : held(maureen, type)) {
                assertThat(resource.at("/meta/lastUpdated").asString()).isNotEmpty();
                assertThat(resource.at("/meta/tag/0/system").asString())
                        .isEqualTo("https://fhir.interweavedigital.nhs.uk/Source");
                assertThat(resource.at("/meta/tag/1/code").asString()).isEqualTo("00BN");
            }
        }
    }

    @Test
    void halfOfTheCrowdIsKnownAndSomeOfThemWithoutAnNhsNumber() {
        var known = MANY.people().stream()
                .filter(Person::ofTheCrowd)
                .flatMap(person -> RECORDS.registrations(person).stream())
                .toList();

        assertThat(known).hasSizeBetween(250, 340);
        assertThat(known.stream().filter(each -> each.nhsNumber() == null)).hasSizeBetween(8, 35);
        assertThat(known.stream().filter(each -> "02".equals(each.verification())))
                .isNotEmpty();
        assertThat(known.stream().filter(Registration::carer)).hasSizeBetween(15, 50);
    }

    @Test
    void onePersonHasTwoRecordsUnderOneNumber() {
        var person = STUBS.population().of(SpecialPerson.CLOCK_CHANGES);

        assertThat(COUNCIL.patients(CouncilClient.NHS_NUMBER, SpecialPerson.CLOCK_CHANGES.nhsNumber()))
                .extracting(patient -> patient.get("id").asString())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .isEqualTo(STUBS.council().patientIds(person));
    }

    @Test
    void manyRecordsComeInPages() {
        var person = STUBS.population().of(SpecialPerson.MANY_APPOINTMENTS);
        var id = STUBS.council().patientIds(person).getFirst();

        assertThat(Http.json(COUNCIL.get("ServiceRequest?patient=" + id + "&_count=50"))
                        .get("entry"))
                .hasSize(50);
        assertThat(held(person, "ServiceRequest")).hasSize(SpecialCharts.TRANSPORT_CONTACTS);
    }

    @Test
    void someRecordsAreNotAsTheyShouldBe() {
        assertThat(held(STUBS.population().of(SpecialPerson.UNREADABLE_RECORD), "Task"))
                .hasSize(3)
                .filteredOn(task -> !task.has("for"))
                .hasSize(1);
        var tasks = MANY.people().stream()
                .flatMap(person -> RECORDS.registrations(person).stream())
                .flatMap(registration -> RECORDS.all().of(registration.patientId(), "Task").stream())
                .map(stored -> JsonMapper.shared().readTree(stored.json()))
                .toList();
        assertThat(tasks).anyMatch(task -> !task.has("status"));
        assertThat(tasks).anyMatch(task -> task.at("/code/text").isMissingNode());
        assertThat(tasks)
                .anyMatch(task -> task.at("/code/coding/0/code").asString().equals("SENS"));
    }

    @ParameterizedTest
    @CsvSource({
        "Patient, 400, required",
        "Patient?family=Gallimore, 400, not-supported",
        "Patient?identifier=9990000107, 400, value",
        "Patient/P0000000, 404, not-found",
        "Task, 400, required",
        "Task?patient=P4100000&owner=1, 400, not-supported",
        "Task?patient=P4100000&_count=many, 400, value",
        "Task?_page=abc, 400, value",
        "Flag?patient=P4100000, 403, forbidden",
        "Observation?patient=P4100000, 404, not-supported"
    })
    void whatCannotBeAnsweredIsRefusedWithAnOutcome(String path, int status, String code) {
        var response = COUNCIL.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Http.json(response).at("/issue/0/code").asString()).isEqualTo(code);
    }

    @Test
    void onlyTokensForTheCouncilAreLetIn() {
        var url = STUBS.council().baseUrl() + "/Patient/P4100000";

        var none = Http.get(url);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"council\"");
        var others = "Bearer " + STUBS.identityProvider().partnerToken("trust");
        assertThat(Http.get(url, "Authorization", others).statusCode()).isEqualTo(401);
        var own = "Bearer " + STUBS.identityProvider().partnerToken("council");
        assertThat(Http.get(url, "Authorization", own).statusCode()).isEqualTo(200);
        assertThat(Http.get(url, "Authorization", own, "Accept", "application/fhir+xml")
                        .statusCode())
                .isEqualTo(406);
        assertThat(Http.post(url, "{}", "Authorization", own).statusCode()).isEqualTo(405);
        assertThat(Http.json(Http.get(STUBS.council().baseUrl() + "/metadata")).at("/rest/0/resource"))
                .hasSize(6);
    }

    private static List<JsonNode> held(Person person, String type) {
        return COUNCIL.all(
                type + "?patient=" + STUBS.council().patientIds(person).getFirst());
    }

    private static List<String> everything(Person person) {
        var texts = new ArrayList<String>();
        for (var registration : RECORDS.registrations(person)) {
            var id = registration.patientId();
            texts.add(RECORDS.all().patient(id).orElseThrow().json());
            CouncilStub.SEARCHES.keySet().stream()
                    .flatMap(type -> RECORDS.all().of(id, type).stream())
                    .forEach(stored -> texts.add(stored.json()));
        }
        return texts;
    }
}
