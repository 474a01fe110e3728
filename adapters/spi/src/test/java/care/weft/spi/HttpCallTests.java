package care.weft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCallTests {

    @Test
    void parametersAreEncodedInOrder() {
        var call = HttpCall.get("Patient")
                .query("identifier", "https://fhir.nhs.uk/Id/nhs-number|9990000018")
                .query("_count", "50");

        assertThat(call.target())
                .isEqualTo("Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C9990000018&_count=50");
    }

    @Test
    void itPrintsNeitherQueryNorIds() {
        var call = HttpCall.get("Patient/9990000018").query("identifier", "9990000018");

        assertThat(call + " " + call.query()).doesNotContain("9990000018");
    }

    @ParameterizedTest
    @CsvSource({
        "401,REFUSED",
        "403,REFUSED",
        "404,INVALID_ANSWER",
        "408,TIMED_OUT",
        "429,RATE_LIMITED",
        "500,UNAVAILABLE",
        "503,UNAVAILABLE",
        "504,TIMED_OUT",
        "304,INVALID_ANSWER"
    })
    void everyStatusButSuccessIsAFault(int status, Fault fault) {
        var reply = new HttpReply(status, Map.of(), new byte[0], Instant.EPOCH);

        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(reply::expect)
                .satisfies(failed -> assertThat(failed.fault()).isEqualTo(fault));
    }
}
