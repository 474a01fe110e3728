package care.weft.stubs.gp;

import static care.weft.stubs.gp.GpClient.claims;
import static care.weft.stubs.gp.GpClient.encoded;
import static care.weft.stubs.gp.GpClient.headers;
import static care.weft.stubs.gp.GpClient.request;
import static care.weft.stubs.gp.GpClient.spineCode;
import static care.weft.stubs.gp.GpClient.token;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.fhir.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class GpAccessTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(60).withToday(TODAY));
    private static final GpStub STUB = STUBS.gp();
    private static final GpClient GP = new GpClient(STUB);
    private static final String ODS =
            STUBS.story("three-assessments").practice().ods();
    private static final String NUMBER = "9990000107";
    private static final String FIND =
            "fhir/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + NUMBER;

    @BeforeEach
    void reset() {
        STUBS.reset();
    }

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @Test
    void directoryTellsThePracticesAsidAndAddress() {
        var query = "?organization=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fods-organization-code%7C" + ODS
                + "&identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2FnhsServiceInteractionId%7C"
                + "urn%3Anhs%3Anames%3Aservices%3Agpconnect%3Afhir%3Aoperation%3Agpc.getstructuredrecord-1";
        var device = Http.json(Http.get(STUB.baseUrl() + "/Device" + query)).at("/entry/0/resource");
        var endpoint = Http.json(Http.get(STUB.baseUrl() + "/Endpoint" + query)).at("/entry/0/resource");

        assertThat(device.at("/identifier/0/system").asString()).isEqualTo("https://fhir.nhs.uk/Id/nhsSpineASID");
        assertThat(device.at("/identifier/0/value").asString()).matches("[0-9]{12}");
        assertThat(device.at("/identifier/1")).isEqualTo(endpoint.at("/identifier/0"));
        assertThat(endpoint.get("address").asString())
                .endsWith(ODS + "/STU3/1/gpconnect/structured/fhir")
                .startsWith("http://127.0.0.1");
        assertThat(Http.json(Http.get(STUB.baseUrl() + "/Device" + query.replace(ODS, "A12345")))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(Http.get(STUB.baseUrl() + "/Device?organization=P99061").statusCode())
                .isEqualTo(400);
        assertThat(STUB.calls()).containsEntry("Device", 3).containsEntry("Endpoint", 1);
        assertThat(STUB.callsByPractice()).isEmpty();
    }

    @Test
    void callsAreCountedByKindAndByPractice() {
        GP.findPatient(ODS, NUMBER);
        GP.appointments(ODS, "nobody", "");
        GP.structured("P99001", "{}");
        Http.get(STUB.adminUrl().replace("/__admin", "/elsewhere"));

        assertThat(STUB.calls())
                .containsOnlyKeys("Patient", "Appointment", "$gpc.getstructuredrecord", "other")
                .containsEntry("Patient", 1);
        assertThat(STUB.callsByPractice()).containsOnlyKeys(ODS, "P99001").containsEntry(ODS, 2);
    }

    @Test
    void aFaultOfOnePracticeLeavesTheOthers() {
        Http.post(STUB.adminUrl() + "/mappings", """
                {"request": {"urlPathPattern": "%s.*"}, "response": {"status": 503}}""".formatted(GpStub.path(ODS)));

        assertThat(GP.findPatient(ODS, NUMBER).statusCode()).isEqualTo(503);
        assertThat(GP.findPatient("P99001", NUMBER).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ssp-TraceID", "Ssp-From", "Ssp-To", "Ssp-InteractionID", "Authorization"})
    void everyHeaderOfTheSpineIsRequired(String header) {
        var headers = headers(ODS, "rest:search:patient-1");
        assertThat(GP.get(ODS, FIND, headers).statusCode()).isEqualTo(200);

        headers.remove(header);
        assertThat(spineCode(GP.get(ODS, FIND, headers))).isEqualTo("400 BAD_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "Ssp-To, 200000000001, 400 BAD_REQUEST",
        "Ssp-From, weft, 400 BAD_REQUEST",
        "Ssp-InteractionID, urn:nhs:names:services:gpconnect:fhir:rest:search:patient_appointments-1, 400 BAD_REQUEST",
        "Authorization, Basic d2VmdDp3ZWZ0, 400 BAD_REQUEST",
        "Authorization, Bearer nothing, 400 BAD_REQUEST",
        "Authorization, Bearer a.b., 400 BAD_REQUEST",
        "Accept, application/fhir+xml, 415 UNSUPPORTED_MEDIA_TYPE"
    })
    void wrongHeadersAreRefused(String header, String value, String refusal) {
        var headers = headers(ODS, "rest:search:patient-1");
        headers.put(header, value);

        assertThat(spineCode(GP.get(ODS, FIND, headers))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "reason_for_request",
                "requested_scope",
                "requesting_device",
                "requesting_organization",
                "requesting_practitioner"
            })
    void everyClaimIsRequired(String claim) {
        var claims = claims(ODS);
        claims.remove(claim);

        assertRefused(token(claims));
    }

    @Test
    void tokensThatAreNotFreshOrDoNotAddUpAreRefused() {
        long now = Instant.now().getEpochSecond();
        assertThat(Http.json(with(token(claims(ODS).put("iat", now - 400).put("exp", now - 100))))
                        .at("/issue/0/diagnostics")
                        .asString())
                .isEqualTo("JWT Request time has expired");
        assertRefused(token(claims(ODS).put("iat", now + 60).put("exp", now + 360)));
        assertRefused(token(claims(ODS).put("exp", now + 900)));
        assertRefused(token(claims(ODS).put("reason_for_request", "research")));
        assertRefused(token(claims(ODS).put("requested_scope", "patient/*.write")));
        assertRefused(token(claims(ODS).put("sub", "another")));
        assertRefused(token(claims("P99001")));
        var madeUp = claims(ODS);
        ((ObjectNode) madeUp.at("/requesting_practitioner/identifier/1")).put("value", "GP");
        assertRefused(token(madeUp));
        assertRefused(changed("requesting_practitioner", "identifier"));
        assertRefused(changed("requesting_practitioner", "name"));
        assertRefused(changed("requesting_organization", "name"));
        assertRefused(changed("requesting_organization", "identifier"));
        assertRefused(changed("requesting_device", "model"));
    }

    @Test
    void signedTokensAreRefused() {
        assertRefused(token(claims(ODS)) + "signature");
        assertRefused(encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(Json.text(claims(ODS))) + ".");
        assertRefused(encoded("not JSON") + "." + encoded(Json.text(claims(ODS))) + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 422 INVALID_PARAMETER",
                "start=ge2026-11-21; 422 INVALID_PARAMETER",
                "start=le2026-12-21; 422 INVALID_PARAMETER",
                "start=ge2026-11-20&start=le2026-12-21; 422 INVALID_PARAMETER",
                "start=ge2026-11-21T10:00&start=le2026-12-21; 422 INVALID_PARAMETER",
                "start=ge2026-12-21&start=le2026-12-20; 422 INVALID_PARAMETER",
                "start=ge2026-11&start=le2026-12-20; 422 INVALID_PARAMETER"
            })
    void appointmentsAreOfWholeFutureDays(String query, String refusal) {
        var patientId = GpStub.patientId(STUBS.story("three-assessments"));

        assertThat(spineCode(GP.appointments(ODS, patientId, query))).isEqualTo(refusal);
    }

    @Test
    void nobodyIsFoundWhoIsSensitiveElsewhereOrUnknown() {
        var restricted = STUBS.story("restricted");
        var practice = restricted.practice().ods();
        var dates = "start=ge2026-11-21&start=le2026-12-21";

        assertThat(Http.json(GP.findPatient(practice, "9990000220"))
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(record(practice, "9990000220")).isEqualTo("404 PATIENT_NOT_FOUND");
        assertThat(spineCode(GP.appointments(practice, GpStub.patientId(restricted), dates)))
                .isEqualTo("404 PATIENT_NOT_FOUND");
        assertThat(record("P99001", NUMBER)).isEqualTo("404 PATIENT_NOT_FOUND");
        assertThat(record(ODS, "9990000190")).isEqualTo("404 PATIENT_NOT_FOUND");
        assertThat(record(ODS, "9990000108")).isEqualTo("400 INVALID_NHS_NUMBER");
        assertThat(spineCode(GP.findPatient(ODS, "123"))).isEqualTo("400 INVALID_NHS_NUMBER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<Parameters/>; 422 INVALID_RESOURCE",
                "{\"resourceType\": \"Bundle\"}; 422 INVALID_RESOURCE",
                "{\"resourceType\": \"Parameters\"}; 422 INVALID_PARAMETER"
            })
    void recordIsAskedForWithParameters(String body, String refusal) {
        assertThat(spineCode(GP.structured(ODS, body))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-11", "2026-11-20T10:00:00Z"})
    void searchPeriodIsOfWholePastDays(String start) {
        assertThat(spineCode(GP.structured(ODS, request(NUMBER, "includeReferrals", "referralSearchPeriod", start))))
                .isEqualTo("422 INVALID_PARAMETER");
    }

    @Test
    void whatAPracticeDoesNotHaveIsSaidInTheBundle() {
        var answer = Http.json(
                GP.structured(ODS, request(NUMBER, "includeReferrals", "referralsSearchPeriod", "2026-11-20")));

        var issue = GpClient.resources(answer, "OperationOutcome").getFirst().at("/issue/0");
        assertThat(issue.get("severity").asString()).isEqualTo("warning");
        assertThat(issue.get("diagnostics").asString()).isEqualTo("includeReferrals.referralsSearchPeriod");
        assertThat(GpClient.resources(answer, "ReferralRequest")).hasSize(3);
    }

    @Test
    void capabilitiesCanBeTurnedOff() {
        var without = STUBS.population().people().stream()
                .filter(person -> person.practice().ods().equals(GpStub.PRACTICE_WITHOUT_APPOINTMENTS))
                .findFirst()
                .orElseThrow();
        var ods = without.practice().ods();

        assertThat(GP.findPatient(ods, String.valueOf(without.nhsNumber())).statusCode())
                .isEqualTo(200);
        assertThat(spineCode(GP.appointments(ods, GpStub.patientId(without), "start=ge2026-11-21&start=le2026-11-22")))
                .isEqualTo("403 ACCESS_DENIED");
    }

    private static String record(String ods, String number) {
        return spineCode(GP.structured(ods, request(number, "includeReferrals", "referralSearchPeriod", "2026-01-01")));
    }

    private static String changed(String claim, String without) {
        var claims = claims(ODS);
        ((ObjectNode) claims.get(claim)).remove(without);
        return token(claims);
    }

    private static HttpResponse<String> with(String token) {
        var headers = headers(ODS, "rest:search:patient-1");
        headers.put("Authorization", "Bearer " + token);
        return GP.get(ODS, FIND, headers);
    }

    private static void assertRefused(String token) {
        assertThat(spineCode(with(token))).isEqualTo("400 BAD_REQUEST");
    }
}
