package care.weft.gp;

import static care.weft.gp.Asking.DEADLINE;
import static care.weft.gp.Asking.PERSON;
import static care.weft.gp.Asking.adapter;
import static care.weft.gp.Asking.found;
import static care.weft.gp.Asking.read;
import static care.weft.gp.Asking.request;
import static care.weft.gp.FakePractices.error;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Actor;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.SectionRequest;
import care.weft.spi.model.Section;
import care.weft.spi.model.SpineIdentity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GpAdapterTests {

    private final FakePractices practices = FakePractices.open().recording().holding(FakePractices.APPOINTMENTS);

    @Test
    void nothingIsAskedBeforeSubscriptionAndEachSubscriptionAsksAfresh() {
        var read = adapter(practices).read(request(Section.DEMOGRAPHICS));
        assertThat(practices.calls).isEmpty();

        read.blockLast();
        read.blockLast();
        assertThat(practices.paths()).containsExactly("Device", "Endpoint", "Patient", "Patient");
    }

    @ParameterizedTest
    @CsvSource({
        "DEMOGRAPHICS, 'Patient', rest:search:patient-1",
        "APPOINTMENTS, 'Patient/7/Appointment', rest:search:patient_appointments-1",
        "REFERRALS, 'Patient/$gpc.getstructuredrecord', operation:gpc.getstructuredrecord-1",
        "ASSESSMENTS, 'Patient/$gpc.getstructuredrecord', operation:gpc.getstructuredrecord-1"
    })
    void everyCallIsAddressedAsTheSpineWantsIt(Section section, String path, String interaction) {
        found(practices, section);

        var headers = headers(practices.last(path));
        assertThat(headers)
                .containsEntry("Ssp-From", "200000000115")
                .containsEntry("Ssp-To", "200000000116")
                .containsEntry("Ssp-InteractionID", "urn:nhs:names:services:gpconnect:fhir:" + interaction)
                .containsEntry("Accept", "application/fhir+json");
        assertThat(headers.get("Ssp-TraceID")).matches("[0-9a-f-]{36}");
        assertThat(practices.endpoints)
                .contains(new Endpoint(
                        Capability.of(section).endpointId("P99001"),
                        URI.create("https://practice.example/P99001/fhir")));
    }

    @Test
    void tokenSaysWhoAsksForWhomAndWhy() {
        found(practices, Section.DEMOGRAPHICS);
        var claims = claims(practices.last("Patient"));

        assertThat(claims.get("iss").asString()).isEqualTo("https://weft.example");
        assertThat(claims.get("sub").asString()).isEqualTo("u1");
        assertThat(claims.get("aud").asString()).isEqualTo("https://practice.example/P99001/fhir");
        assertThat(claims.get("iat").asLong()).isEqualTo(Asking.CLOCK.instant().getEpochSecond());
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
        assertThat(claims.get("reason_for_request").asString()).isEqualTo("directcare");
        assertThat(claims.get("requested_scope").asString()).isEqualTo("patient/*.read");
        assertThat(claims.at("/requesting_device/resourceType").asString()).isEqualTo("Device");
        assertThat(claims.at("/requesting_organization/identifier/0/value").asString())
                .isEqualTo("RX9");
        assertThat(claims.at("/requesting_organization/name").asString()).isEqualTo("Example Trust");
        assertThat(claims.at("/requesting_practitioner/id").asString()).isEqualTo("u1");
        assertThat(claims.at("/requesting_practitioner/name/0/family").asString())
                .isEqualTo("Example");
        assertThat(claims.at("/requesting_practitioner/name/0/given/0").asString())
                .isEqualTo("Dr Ada Mary");
        assertThat(claims.at("/requesting_practitioner/identifier"))
                .extracting(identifier -> identifier.get("value").asString())
                .containsExactly("UNK", "UNK", "u1");
    }

    @Test
    void numbersOnTheSpineAreToldWhereTheUserHasThem() {
        var actor = new Actor("u2", "Madonna", "GP", "RX9", null, new SpineIdentity("555021935107", "555021936106"));
        adapter(practices).read(request(Section.DEMOGRAPHICS, actor, DEADLINE)).blockLast();
        var claims = claims(practices.last("Patient"));

        assertThat(claims.at("/requesting_practitioner/identifier"))
                .extracting(identifier -> identifier.get("value").asString())
                .containsExactly("555021935107", "555021936106", "u2");
        assertThat(claims.at("/requesting_practitioner/name/0/family").asString())
                .isEqualTo("Madonna");
        assertThat(claims.at("/requesting_organization/name").asString()).isEqualTo("RX9");
    }

    @Test
    void theGatewayItselfSaysThatItIsNoPersonAndAsksInTheNameOfTheOrganisationThatIsSet() {
        var settings = new HashMap<>(Asking.SETTINGS);
        settings.put("organisation", "QOP");
        adapter(practices, settings, Asking.CLOCK)
                .read(request(Section.DEMOGRAPHICS, Actor.GATEWAY, DEADLINE))
                .blockLast();
        var claims = claims(practices.last("Patient"));

        assertThat(claims.get("sub").asString()).isEqualTo("weft-gateway");
        assertThat(claims.at("/requesting_practitioner/name/0/text").asString()).isEqualTo("Weft gateway");
        assertThat(claims.at("/requesting_practitioner/identifier"))
                .extracting(identifier -> identifier.get("value").asString())
                .containsExactly("UNK", "UNK", "weft-gateway");
        assertThat(claims.at("/requesting_organization/identifier/0/value").asString())
                .isEqualTo("QOP");
    }

    @Test
    void tokenIsUnsignedAndMadeForEachCall() {
        found(practices, Section.APPOINTMENTS);

        var token = token(practices.last(FakePractices.APPOINTMENTS));
        assertThat(token).endsWith(".");
        assertThat(decoded(token.substring(0, token.indexOf('.')))).isEqualTo("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        assertThat(headers(practices.last("Patient")).get("Ssp-TraceID"))
                .isNotEqualTo(
                        headers(practices.last(FakePractices.APPOINTMENTS)).get("Ssp-TraceID"));
    }

    @Test
    void userWithoutAnOrganisationAsksInTheNameOfTheOneThatIsSet() {
        var actor = new Actor("u1", "A. User", "nurse", null, null);
        var settings = new HashMap<>(Asking.SETTINGS);
        settings.put("organisation", "QOP");
        settings.put("organisation-name", "Example Board");

        adapter(practices, settings, Asking.CLOCK)
                .read(request(Section.DEMOGRAPHICS, actor, DEADLINE))
                .blockLast();

        var organisation = claims(practices.last("Patient")).get("requesting_organization");
        assertThat(organisation.at("/identifier/0/value").asString()).isEqualTo("QOP");
        assertThat(organisation.get("name").asString()).isEqualTo("Example Board");
    }

    @Test
    void withoutAnyOrganisationPracticesAreNotAsked() {
        var actor = new Actor("u1", "A. User", "nurse", null, null);

        StepVerifier.create(adapter(practices).read(request(Section.DEMOGRAPHICS, actor, DEADLINE)))
                .expectNext(new PersonReply.Refused(PERSON))
                .verifyComplete();
        assertThat(practices.calls).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Section.class,
            names = {"DEMOGRAPHICS", "APPOINTMENTS", "REFERRALS", "ASSESSMENTS"})
    void patientNotFoundIsNothingReleasedAndNeverEmpty(Section section) {
        var notFound = error("not-found", "PATIENT_NOT_FOUND");
        practices.answering("Patient", 404, notFound).answering(FakePractices.STRUCTURED, 404, notFound);

        assertThat(read(practices, section)).isEqualTo(new PersonReply.NothingReleased(PERSON));
    }

    @Test
    void patientWhoIsNoLongerFoundIsNothingReleased() {
        practices.answering(FakePractices.APPOINTMENTS, 404, error("not-found", "PATIENT_NOT_FOUND"));

        assertThat(read(practices, Section.APPOINTMENTS)).isEqualTo(new PersonReply.NothingReleased(PERSON));
    }

    @ParameterizedTest
    @CsvSource({
        "403, forbidden, NO_PATIENT_CONSENT",
        "403, forbidden, NO_ORGANISATION_CONSENT",
        "403, forbidden, ACCESS_DENIED",
        "401, login, UNKNOWN",
        "200, forbidden, ACCESS_DENIED"
    })
    void refusalIsARefusal(int status, String issue, String code) {
        practices.answering(FakePractices.STRUCTURED, status, error(issue, code));

        assertThat(read(practices, Section.REFERRALS)).isEqualTo(new PersonReply.Refused(PERSON));
    }

    @ParameterizedTest
    @CsvSource({
        "400, value, INVALID_NHS_NUMBER, INVALID_ANSWER",
        "400, invalid, BAD_REQUEST, INVALID_ANSWER",
        "404, not-found, NO_RECORD_FOUND, INVALID_ANSWER",
        "422, invalid, INVALID_PARAMETER, INVALID_ANSWER",
        "429, throttled, X, RATE_LIMITED",
        "500, exception, INTERNAL_SERVER_ERROR, UNAVAILABLE",
        "504, timeout, X, TIMED_OUT",
        "200, invalid, BAD_REQUEST, INVALID_ANSWER"
    })
    void otherErrorIsThePersonsFailure(int status, String issue, String code, Fault fault) {
        practices.answering(FakePractices.STRUCTURED, status, error(issue, code));

        assertThat(read(practices, Section.ASSESSMENTS)).isEqualTo(new PersonReply.Failed(PERSON, fault));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html/>", "{", "{\"resourceType\": \"Patient\"}", "[]"})
    void answerThatIsNotUnderstoodIsNeverEmpty(String body) {
        practices.answering("Patient", 200, body).answering(FakePractices.STRUCTURED, 200, body);

        for (var section : List.of(Section.DEMOGRAPHICS, Section.APPOINTMENTS, Section.REFERRALS)) {
            assertThat(read(practices, section)).isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void failureOfTheDirectoryIsThePersonsFailure(Fault fault) {
        practices.failing("Device", fault);

        assertThat(read(practices, Section.REFERRALS)).isEqualTo(new PersonReply.Failed(PERSON, fault));
    }

    @Test
    void practiceThatTheDirectoryNoLongerHasIsAFailure() {
        practices.holding("Device");

        assertThat(read(practices, Section.REFERRALS)).isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    @Test
    void cancellingEndsTheCallToThePractice() {
        practices.silent(FakePractices.STRUCTURED);

        adapter(practices).read(request(Section.REFERRALS)).subscribe().dispose();

        assertThat(practices.cancelled).isEqualTo(1);
    }

    @Test
    void endpointThatWasNotRoutedToIsTheCallersMistake() {
        var asked = request(Section.REFERRALS);
        var elsewhere = new SectionRequest(
                asked.section(),
                asked.subjects(),
                asked.window(),
                new Endpoint("P99001-appointments", URI.create("https://practice.example")),
                asked.actor(),
                asked.purpose(),
                asked.deadline());

        StepVerifier.create(adapter(practices).read(elsewhere)).verifyError(IllegalArgumentException.class);
        assertThat(practices.calls).isEmpty();
    }

    @Test
    void warningBesideTheMatchesIsNotMissed() {
        practices.holding(FakePractices.APPOINTMENTS, """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "warning", "code": "incomplete"}]}""");

        assertThat(found(practices, Section.APPOINTMENTS).rejected())
                .containsExactly(new Rejection("OperationOutcome", "warning: incomplete"));
    }

    private static Map<String, String> headers(HttpCall call) {
        var headers = new HashMap<String, String>();
        call.headers().forEach(header -> headers.put(header.name(), header.value()));
        return headers;
    }

    private static String token(HttpCall call) {
        return Objects.requireNonNull(headers(call).get("Authorization")).substring("Bearer ".length());
    }

    private static JsonNode claims(HttpCall call) {
        return JsonMapper.shared().readTree(decoded(token(call).split("\\.", -1)[1]));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
