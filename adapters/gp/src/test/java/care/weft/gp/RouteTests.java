package care.weft.gp;

import static care.weft.gp.FakePractices.device;
import static care.weft.gp.FakePractices.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.RouteRequest;
import care.weft.spi.Routes;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class RouteTests {

    private final FakePractices practices = FakePractices.open();
    private final MovingClock clock = new MovingClock();
    private final Routes adapter = (Routes) Asking.adapter(practices, Asking.SETTINGS, clock);

    @ParameterizedTest
    @CsvSource({
        "DEMOGRAPHICS, P99001-foundations, rest:search:patient-1",
        "APPOINTMENTS, P99001-appointments, rest:search:patient_appointments-1",
        "REFERRALS, P99001-structured, operation:gpc.getstructuredrecord-1",
        "ASSESSMENTS, P99001-structured, operation:gpc.getstructuredrecord-1"
    })
    void directoryIsAskedForTheInteractionOfTheSection(Section section, String id, String interaction) {
        assertThat(route("P99001", section).block())
                .isEqualTo(new Endpoint(id, URI.create("https://practice.example/P99001/fhir")));
        assertThat(practices.paths()).containsExactly("Device", "Endpoint");
        assertThat(practices.calls)
                .allSatisfy(call -> assertThat(call.query())
                        .containsExactly(
                                new HttpCall.Parameter(
                                        "organization", "https://fhir.nhs.uk/Id/ods-organization-code|P99001"),
                                new HttpCall.Parameter(
                                        "identifier",
                                        "https://fhir.nhs.uk/Id/nhsServiceInteractionId|urn:nhs:names:services:gpconnect:fhir:"
                                                + interaction)));
        assertThat(practices.endpoints).isEmpty();
    }

    @Test
    void nothingIsAskedBeforeSubscription() {
        var _ = route("P99001", Section.REFERRALS);

        assertThat(practices.calls).isEmpty();
    }

    @Test
    void answerIsKeptForADayAndForEachCapabilityByItself() {
        route("P99001", Section.REFERRALS).block();
        route("P99001", Section.ASSESSMENTS).block();
        clock.move(Duration.ofHours(23));
        route("P99001", Section.REFERRALS).block();
        assertThat(practices.calls).hasSize(2);

        route("P99001", Section.APPOINTMENTS).block();
        assertThat(practices.calls).hasSize(4);

        clock.move(Duration.ofHours(1));
        route("P99001", Section.REFERRALS).block();
        assertThat(practices.calls).hasSize(6);
    }

    @Test
    void absenceIsKeptForAnHour() {
        practices.holding("Device").holding("Endpoint");
        assertThat(route("P99001", Section.REFERRALS).blockOptional()).isEmpty();
        assertThat(route("P99001", Section.REFERRALS).blockOptional()).isEmpty();
        assertThat(practices.calls).hasSize(2);

        practices.holding("Device", device("1", "p")).holding("Endpoint", endpoint("https://a.example/x", "p"));
        clock.move(Duration.ofHours(1));
        assertThat(route("P99001", Section.REFERRALS).blockOptional()).isPresent();
    }

    @Test
    void failureIsNotKept() {
        practices.failing("Endpoint", Fault.UNAVAILABLE);
        assertFails(route("P99001", Section.REFERRALS), Fault.UNAVAILABLE);

        practices.holding("Endpoint", endpoint("https://a.example/x", "P99001-1"));
        assertThat(route("P99001", Section.REFERRALS).blockOptional()).isPresent();
    }

    @Test
    void thoseWhoAskAtTheSameTimeShareOneLookUpWhichEndsWithTheLast() {
        practices.silent("Device").silent("Endpoint");
        var one = route("P99001", Section.REFERRALS).subscribe();
        var other = route("P99001", Section.ASSESSMENTS).subscribe();
        assertThat(practices.calls).hasSize(2);

        one.dispose();
        assertThat(practices.cancelled).isZero();
        other.dispose();
        assertThat(practices.cancelled).isEqualTo(2);
    }

    @Test
    void lookUpThatWasGivenUpIsMadeAfresh() {
        practices.silent("Device").silent("Endpoint");
        route("P99001", Section.REFERRALS).subscribe().dispose();

        practices.holding("Device", device("1", "p")).holding("Endpoint", endpoint("https://a.example/x", "p"));
        assertThat(route("P99001", Section.REFERRALS).blockOptional()).isPresent();
    }

    @Test
    void lookUpThatTakesTooLongTimesOut() {
        practices.silent("Device").silent("Endpoint");

        assertFails(
                adapter.route(new RouteRequest("P99001", Section.REFERRALS, Deadline.in(Duration.ofMillis(1)))),
                Fault.TIMED_OUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P9", "P99001|x", "P 9001", "p99001", "P99001P99001"})
    void whatIsNobodysCodeIsNotAskedFor(String code) {
        assertThat(route(code, Section.REFERRALS).blockOptional()).isEmpty();
        assertThat(practices.calls).isEmpty();
    }

    @Test
    void systemAndAddressAreOfTheSameParty() {
        practices
                .holding("Device", device("200000000001", "old"), device("200000000002", "new"))
                .holding("Endpoint", endpoint("https://new.example/fhir/", "new"));

        assertThat(route("P99001", Section.REFERRALS).block())
                .isEqualTo(new Endpoint("P99001-structured", URI.create("https://new.example/fhir")));
    }

    @Test
    void severalSystemsOfOnePracticeAreNotChosenAmong() {
        practices
                .holding("Device", device("200000000001", "old"), device("200000000002", "new"))
                .holding(
                        "Endpoint",
                        endpoint("https://old.example/fhir", "old"),
                        endpoint("https://new.example/fhir", "new"));

        assertFails(route("P99001", Section.REFERRALS), Fault.INVALID_ANSWER);
    }

    @Test
    void endpointOutOfUseIsNone() {
        practices.holding(
                "Endpoint", endpoint("https://a.example/x", "P99001-1").replace("active", "off"));

        assertThat(route("P99001", Section.REFERRALS).blockOptional()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a.example/x", "a.example/x", "https://a b.example", "https:///x"})
    void addressThatCannotBeCalledIsAnInvalidAnswer(String address) {
        practices.holding("Endpoint", endpoint(address, "P99001-1"));

        assertFails(route("P99001", Section.REFERRALS), Fault.INVALID_ANSWER);
    }

    @Test
    void practicesAreCalledThroughTheProxyAndTheDirectoryWithItsKeyWhereTheyAreSet() {
        var settings = new HashMap<>(Asking.SETTINGS);
        settings.put("proxy", "https://proxy.example");
        settings.put("directory-key", "k");
        var proxied = (Routes) Asking.adapter(practices, settings, clock);

        var endpoint = proxied.route(new RouteRequest("P99001", Section.REFERRALS, Asking.DEADLINE))
                .blockOptional()
                .orElseThrow();

        assertThat(endpoint.base()).hasToString("https://proxy.example/https://practice.example/P99001/fhir");
        assertThat(practices.last("Device").headers()).contains(new HttpCall.Parameter("apikey", "k"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Section.class,
            names = {"CARE_PACKAGES", "STAYS", "RELATIONSHIPS", "INVOLVEMENTS"})
    void sectionThatPracticesDoNotOfferIsTheCallersMistake(Section section) {
        StepVerifier.create(route("P99001", section)).verifyError(IllegalArgumentException.class);
    }

    private Mono<Endpoint> route(String practice, Section section) {
        return adapter.route(new RouteRequest(practice, section, Asking.DEADLINE));
    }

    private static void assertFails(Mono<Endpoint> route, Fault fault) {
        StepVerifier.create(route)
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                PartnerException.class,
                                refused -> assertThat(refused.fault()).isEqualTo(fault)));
    }

    /** A clock that is moved by hand. */
    private static final class MovingClock extends Clock {

        private Instant now = Asking.CLOCK.instant();

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
