package care.weft.stubs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.stubs.fault.FaultSwitch;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.partner.PartnerStub.Journal;
import care.weft.stubs.population.Population;
import care.weft.stubs.trust.TrustStub;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class StubsTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void allStubsHoldTheSamePeople() {
        try (var stubs = Stubs.start(StubSettings.onFreePorts().withPeople(30).withToday(TODAY))) {
            assertThat(stubs.population()).isEqualTo(Population.of(30, TODAY));
            assertThat(stubs.story("carer").nhsNumber()).isEqualTo("9990000344");
            assertThat(stubs.partners().keySet())
                    .containsExactly("council", "trust", "gp", "mental-health", "demographics");
            assertThat(Http.get(stubs.trust().baseUrl() + "/metadata").statusCode())
                    .isEqualTo(200);
            assertThat(Http.get(stubs.identityProvider().issuer() + "/jwks").statusCode())
                    .isEqualTo(200);
            assertThatIllegalArgumentException().isThrownBy(() -> stubs.story("nobody"));
        }
    }

    @Test
    void theRunContractHasItsPortsAndPeople() {
        var settings = StubSettings.ofTheRunContract();

        assertThat(settings.port(IdentityProvider.RUN_CONTRACT_PORT)).isEqualTo(9000);
        assertThat(settings.port(TrustStub.RUN_CONTRACT_PORT)).isEqualTo(9102);
        assertThat(settings.port(FaultSwitch.RUN_CONTRACT_PORT)).isEqualTo(9199);
        assertThat(settings.people()).isEqualTo(600);
        assertThat(settings.journal()).isEqualTo(Journal.KEPT);
        assertThat(StubSettings.onFreePorts().port(9000)).isZero();
    }

    @Test
    void aTakenPortIsReported() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var population = Population.of(20, TODAY);
            try (var identity = new IdentityProvider(taken.getLocalPort(), population);
                    var trust = new TrustStub(taken.getLocalPort(), population, identity, Journal.KEPT)) {
                assertThatThrownBy(identity::start).hasMessageContaining("port " + taken.getLocalPort());
                assertThatThrownBy(trust::start).hasMessageContaining("bind");
            }
        }
    }

    @Test
    void whereAStubIsIsNotKnownBeforeItStarts() {
        var population = Population.of(20, TODAY);
        try (var identity = new IdentityProvider(0, population);
                var trust = new TrustStub(0, population, identity, Journal.KEPT)) {
            assertThatIllegalStateException().isThrownBy(identity::issuer);
            assertThatIllegalStateException().isThrownBy(trust::baseUrl);
        }
    }
}
