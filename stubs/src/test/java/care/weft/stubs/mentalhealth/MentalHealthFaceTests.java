package care.weft.stubs.mentalhealth;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.population.Canaries;
import care.weft.stubs.population.Person;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentalHealthFaceTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(400).withToday(TODAY));
    private static final String TOKEN = STUBS.identityProvider().partnerToken("mental-health");
    private static final String KNOWN =
            STUBS.mentalHealth().patientIds(STUBS.story("three-assessments")).getFirst();

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void personIsFoundByNhsNumberAndThenReadByTheTrustsOwnId() {
        var found = Http.json(get("MHS001MPI?NHSNumber=9990000107")).get("rows");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("LocalPatientId").asString()).isEqualTo(KNOWN);
        assertThat(found.get(0).get("NHSNumberStatus").asString()).isEqualTo("01");
        assertThat(KNOWN).doesNotContain("9990000107");
        assertThat(Http.json(get("MHS001MPI?LocalPatientId=" + KNOWN)).get("rows"))
                .isEqualTo(found);
    }

    @Test
    void answerSaysWhichTableAndWhen() {
        var response = get("MHS201CareContact?LocalPatientId=" + KNOWN);
        var answer = Http.json(response);

        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.get("table").asString()).isEqualTo("MHS201CareContact");
        assertThat(answer.get("asOf").asString()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertThat(answer.get("next").isNull()).isTrue();
        assertThat(answer.get("rows"))
                .allSatisfy(
                        row -> assertThat(row.get("LocalPatientId").asString()).isEqualTo(KNOWN));
    }

    @Test
    void nobodyHasNoRows() {
        assertThat(Http.json(get("MHS001MPI?NHSNumber=9990000131")).get("rows")).isEmpty();
        assertThat(STUBS.mentalHealth().patientIds(STUBS.story("assessment-in-progress")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MHS201CareContact, 400, parameter-missing",
        "MHS201CareContact?NHSNumber=9990000107, 400, parameter-invalid",
        "MHS001MPI?NHSNumber=12, 400, parameter-invalid",
        "MHS001MPI?NHSNumber=9990000107&LocalPatientId=1, 400, parameter-invalid",
        "MHS002GP?LocalPatientId=1&LocalPatientId=2, 400, parameter-invalid",
        "MHS002GP?LocalPatientId=GM2000029&limit=0, 400, parameter-invalid",
        "MHS002GP?LocalPatientId=GM2000029&limit=201, 400, parameter-invalid",
        "MHS002GP?LocalPatientId=GM2000029&offset=x, 400, parameter-invalid",
        "MHS101Referral?LocalPatientId=GM2000029&From=yesterday, 400, parameter-invalid",
        "MHS101Referral?LocalPatientId=GM9999999, 404, patient-not-known",
        "MHS999?LocalPatientId=GM2000029, 404, no-such-table",
        "MHS101Referral/1, 404, no-such-table",
        "MHS401MHActPeriod?LocalPatientId=GM2000029, 403, not-released"
    })
    void refusalsAreProblems(String path, int status, String type) {
        assertProblem(get(path), status, type);
    }

    @Test
    void callerNeedsATokenAndMayOnlyReadJson() {
        var url = STUBS.mentalHealth().baseUrl() + "/MHS001MPI?NHSNumber=9990000107";

        var challenged = Http.get(url);
        assertProblem(challenged, 401, "unauthorised");
        assertThat(challenged.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"mental-health\"");
        assertProblem(
                Http.get(
                        url,
                        "Authorization",
                        "Bearer " + STUBS.identityProvider().partnerToken("trust")),
                401,
                "unauthorised");
        assertProblem(Http.get(url, "Authorization", "Bearer " + TOKEN, "Accept", "text/xml"), 406, "not-acceptable");
        assertProblem(Http.post(url, "{}", "Authorization", "Bearer " + TOKEN), 405, "method-not-allowed");
    }

    @Test
    void longHistoriesComeInPagesThatMissNothing() {
        var person = crowdPerson(5);
        var id = STUBS.mentalHealth().patientIds(person).getFirst();
        var ids = new HashSet<String>();
        int pages = 0;
        var url = STUBS.mentalHealth().baseUrl() + "/MHS201CareContact?LocalPatientId=" + id;
        while (url != null) {
            var answer = Http.json(Http.get(url, "Authorization", "Bearer " + TOKEN));
            answer.get("rows").forEach(row -> ids.add(row.get("CareContactId").asString()));
            url = answer.get("next").isNull() ? null : answer.get("next").asString();
            pages++;
        }

        assertThat(pages).isGreaterThan(2);
        assertThat(ids).hasSizeGreaterThan(150);
    }

    @Test
    void whatWasOverBeforeTheDayIsLeftOutAndWhatGoesOnIsNot() {
        var person = STUBS.story("conflicting-birth-date");
        var id = STUBS.mentalHealth().patientIds(person).getFirst();

        assertThat(rows("MHS101Referral", id, TODAY.minusDays(201))).isEqualTo(1);
        assertThat(rows("MHS101Referral", id, TODAY.minusDays(199))).isZero();
        assertThat(rows("MHS101Referral", KNOWN, TODAY)).isEqualTo(1);
        assertThat(rows("MHS201CareContact", KNOWN, TODAY)).isEqualTo(1);
    }

    @Test
    void oneInFiveOfTheCrowdIsKnownAndAFewTwice() {
        var crowd = STUBS.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(person -> STUBS.mentalHealth().patientIds(person).size())
                .toList();

        assertThat(crowd.stream().filter(size -> size > 0).count()).isBetween(crowd.size() / 6L, crowd.size() / 4L);
        assertThat(crowd).contains(2);
    }

    @Test
    void nobodysRowsHoldAnotherPersonsCanary() {
        for (var person : STUBS.population().people()) {
            for (var id : STUBS.mentalHealth().patientIds(person)) {
                for (var table : Table.values()) {
                    var body = get(table.path() + "?limit=200&LocalPatientId=" + id)
                            .body();
                    var canaries = Canaries.PATTERN
                            .matcher(body)
                            .results()
                            .map(MatchResult::group)
                            .distinct()
                            .toList();
                    assertThat(canaries).isSubsetOf(person.canary());
                }
            }
        }
    }

    private static Person crowdPerson(int place) {
        return STUBS.population().people().stream()
                .filter(Person::ofTheCrowd)
                .filter(person -> Registration.crowdPlace(person) % 7 == place)
                .filter(person -> STUBS.mentalHealth().patientIds(person).size() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static int rows(String table, String id, LocalDate from) {
        return Http.json(get(table + "?LocalPatientId=" + id + "&From=" + from))
                .get("rows")
                .size();
    }

    private static HttpResponse<String> get(String path) {
        return Http.get(
                STUBS.mentalHealth().baseUrl() + "/" + path,
                "Authorization",
                "Bearer " + TOKEN,
                "Accept",
                "application/json, application/problem+json");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String type) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = Http.json(response);
        assertThat(problem.get("type").asString()).endsWith("/" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
    }
}
