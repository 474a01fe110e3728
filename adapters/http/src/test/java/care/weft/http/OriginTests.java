package care.weft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTests {

    private final Origin origin = new Origin(new Endpoint("trust", URI.create("https://Trust.example/fhir/R4")));

    @ParameterizedTest
    @CsvSource({
        "Patient/1,                              /fhir/R4/Patient/1",
        "'',                                     /fhir/R4/",
        "Task?_count=20,                         /fhir/R4/Task?_count=20",
        "Patient/a%2Fb,                          /fhir/R4/Patient/a%2Fb",
        "ReferralRequest/$ers.fetchworklist,     /fhir/R4/ReferralRequest/$ers.fetchworklist",
        "urn:uuid:7,                             /fhir/R4/urn:uuid:7",
        "Patient/a b,                            /fhir/R4/Patient/a%20b",
        "Patient/é,                              /fhir/R4/Patient/%C3%A9",
        "Patient/x..y,                           /fhir/R4/Patient/x..y",
        "https://trust.example/other?page=2,     /other?page=2",
        "https://trust.example:443,              /",
        "HTTPS://TRUST.EXAMPLE/t?id=a|b#part,    /t?id=a%7Cb",
    })
    void addressesWithinTheOriginAreSentAsTheyAre(String path, String target) {
        assertThat(origin.target(HttpCall.get(path))).isEqualTo(target);
    }

    @Test
    void queryParametersAreEncodedOnce() {
        assertThat(origin.target(HttpCall.get("Task").query("patient:identifier", "a|b c&d")))
                .isEqualTo("/fhir/R4/Task?patient%3Aidentifier=a%7Cb%20c%26d");
    }

    @Test
    void aLineBreakNeverGetsIntoTheRequest() {
        assertThat(origin.target(HttpCall.get("Patient/1\r\nX-Evil: 1"))).doesNotContain("\r", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Patient",
                "//other.example/Patient",
                "../Patient",
                "Patient/../../secret",
                "Patient/..",
                "Patient/%2e%2E/secret",
                "Patient/..%2fsecret",
                "Patient/..\\secret",
                "./Patient",
                "Patient/%zz",
                "https://other.example/Patient",
                "http://trust.example/Patient",
                "https://trust.example:8443/Patient",
                "https://trust.example.other.example/",
                "https://trust.example@other.example/",
                "https:///Patient",
            })
    void addressesOutsideAreRefusedWithoutBeingNamed(String path) {
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> origin.target(HttpCall.get(path)))
                .satisfies(refused -> {
                    assertThat(refused.fault()).isEqualTo(Fault.INVALID_ANSWER);
                    assertThat(refused.getMessage()).doesNotContain("Patient", "example", "secret");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "/fhir/R4/Patient/1, /elsewhere,                     /elsewhere",
        "/fhir/R4/Patient/1, 2,                              /fhir/R4/Patient/2",
        "/fhir/R4/Patient/1, ../Task?x=a|b,                  /fhir/R4/Task?x=a%7Cb",
        "/fhir/R4/Patient/1, https://trust.example/x,        /x",
    })
    void redirectsWithinTheOriginAreResolved(String from, String location, String target) {
        assertThat(origin.redirected(from, location)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//other.example/x", "http://trust.example/x", "https://other.example/", "mailto:a@b.example"})
    void redirectsElsewhereAreRefused(String location) {
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> origin.redirected("/", location))
                .withMessage("redirected to another host");
    }

    @Test
    void aBaseWithoutAPathIsFine() {
        var bare = new Origin(new Endpoint("bare", URI.create("http://127.0.0.1:9102")));
        assertThat(bare.target(HttpCall.get("Patient"))).isEqualTo("/Patient");
        assertThat(bare.target(HttpCall.get("http://127.0.0.1:9102/next"))).isEqualTo("/next");
    }
}
