package care.weft.stubs.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.Http;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemographicsAccessTests {

    private static final Stubs STUBS =
            Stubs.start(StubSettings.onFreePorts().withPeople(20).withToday(LocalDate.of(2026, 11, 21)));
    private static final RegisterClient REGISTER = new RegisterClient(STUBS);
    private static final String PATH = "Patient/9990000107";

    @AfterAll
    static void close() {
        STUBS.close();
    }

    @BeforeEach
    void callAsOftenAsYouLike() {
        STUBS.demographics().callsPerSecond(0);
        STUBS.reset();
    }

    @Test
    void anApplicationWithATokenAndItsHeadersIsAnswered() {
        var response = REGISTER.get(PATH, "X-Correlation-ID", UUID.randomUUID().toString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/fhir+json");
        assertThat(response.headers().firstValue("ETag")).contains("W/\"1\"");
        assertThat(response.headers().firstValue("X-Correlation-ID")).isPresent();
    }

    @Test
    void theRequestIdComesBackWhateverTheAnswer() {
        var id = UUID.randomUUID().toString();

        assertThat(REGISTER.bare(PATH, "X-Request-ID", id).headers().firstValue("X-Request-ID"))
                .contains(id);
    }

    @Test
    void withoutATokenForTheRegisterNothingIsTold() {
        var url = STUBS.demographics().baseUrl() + "/" + PATH;
        var forAnother = "Bearer " + STUBS.identityProvider().partnerToken("trust");

        assertThat(RegisterClient.error(Http.get(url), 401)).isEqualTo("ACCESS_DENIED");
        assertThat(RegisterClient.error(Http.get(url, "Authorization", forAnother), 401))
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void headersThatAreMissingOrWrongAreRefused() {
        var organisation = "NHSD-End-User-Organisation-ODS";
        var id = UUID.randomUUID().toString();

        assertThat(RegisterClient.error(REGISTER.bare(PATH, organisation, "R0A"), 400))
                .isEqualTo("MISSING_VALUE");
        assertThat(RegisterClient.error(REGISTER.bare(PATH, organisation, "R0A", "X-Request-ID", "1234"), 400))
                .isEqualTo("INVALID_VALUE");
        assertThat(RegisterClient.error(REGISTER.bare(PATH, "X-Request-ID", id), 400))
                .isEqualTo("MISSING_VALUE");
        assertThat(RegisterClient.error(REGISTER.bare(PATH, "X-Request-ID", id, organisation, "r 0"), 400))
                .isEqualTo("INVALID_VALUE");
        assertThat(RegisterClient.error(REGISTER.get(PATH, "NHSD-Session-URID", "nurse"), 400))
                .isEqualTo("INVALID_VALUE");
        assertThat(REGISTER.get(PATH, "NHSD-Session-URID", "555021935107").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000108", "999", "R0A", "999000010X"})
    void whatIsNoNhsNumberIsNoIdOfAResource(String id) {
        assertThat(RegisterClient.error(REGISTER.get("Patient/" + id), 400)).isEqualTo("INVALID_RESOURCE_ID");
        assertThat(RegisterClient.error(REGISTER.get("Patient/" + id + "/RelatedPerson"), 400))
                .isEqualTo("INVALID_RESOURCE_ID");
    }

    @Test
    void nobodysNumberIsNotFound() {
        assertThat(RegisterClient.error(REGISTER.get("Patient/9990001065"), 404))
                .isEqualTo("RESOURCE_NOT_FOUND");
    }

    @Test
    void thereIsNoSearchForApplicationsAndNothingCanBeWritten() {
        assertThat(RegisterClient.error(REGISTER.get("Patient?family=Gallimore&birthdate=eq1941-05-17"), 400))
                .isEqualTo("UNSUPPORTED_SERVICE");
        var token = "Bearer " + STUBS.identityProvider().partnerToken("demographics");
        var response = Http.post(
                STUBS.demographics().baseUrl() + "/" + PATH,
                "{}",
                "Authorization",
                token,
                "X-Request-ID",
                UUID.randomUUID().toString(),
                "NHSD-End-User-Organisation-ODS",
                "R0A");

        assertThat(RegisterClient.error(response, 405)).isEqualTo("INVALID_METHOD");
    }

    @Test
    void whoCallsTooOftenIsRefused() {
        STUBS.demographics().callsPerSecond(1);

        var statuses = IntStream.range(0, 20)
                .mapToObj(i -> REGISTER.get(PATH))
                .filter(response -> response.statusCode() != 200)
                .toList();

        assertThat(statuses)
                .isNotEmpty()
                .allSatisfy(response ->
                        assertThat(RegisterClient.error(response, 429)).isEqualTo("TOO_MANY_REQUESTS"));
    }

    @Test
    void callsAreCountedByWhatTheyAskFor() {
        REGISTER.get(PATH);
        REGISTER.get(PATH + "/RelatedPerson");
        REGISTER.get(PATH + "/RelatedPerson");

        assertThat(STUBS.demographics().calls("Patient")).isEqualTo(1);
        assertThat(STUBS.demographics().calls("RelatedPerson")).isEqualTo(2);
    }
}
