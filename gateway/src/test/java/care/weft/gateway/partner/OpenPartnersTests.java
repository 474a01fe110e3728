package care.weft.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import care.weft.gateway.settings.SettingException;
import care.weft.gateway.testing.SettableClock;
import care.weft.http.CallListener;
import care.weft.spi.AdapterProfile;
import care.weft.spi.Deadline;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.model.PartnerId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.util.unit.DataSize;

class OpenPartnersTests {

    private final SettableClock clock = new SettableClock();
    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private final FakeAdapters council = new FakeAdapters("council");
    private final FakeAdapters trust = new FakeAdapters("trust");

    @Test
    void everyPartnerIsOpenedWithWhatItsSettingsSay() {
        var settings = new LinkedHashMap<PartnerId, PartnerSettings>();
        settings.put(new PartnerId("second"), settings("trust", Map.of("calls", "7")));
        settings.put(new PartnerId("first"), settings("council", Map.of()));
        try (var open = open(settings)) {
            var partners = open.partners();
            assertThat(partners.all())
                    .extracting(partner -> partner.id().value())
                    .containsExactly("second", "first");

            var second = partners.find(new PartnerId("second")).orElseThrow();
            assertThat(second.name()).isEqualTo("A partner");
            assertThat(second.kind()).isEqualTo("trust");
            assertThat(second.profile().maxConcurrentCalls()).isEqualTo(7);
            assertThat(second.endpoint().id()).isEqualTo("second");
            assertThat(second.endpoint().base()).isEqualTo(URI.create("http://127.0.0.1:1/base"));
            assertThat(second.health()).isEqualTo(PartnerHealth.UNKNOWN);
            assertThat(partners.find(new PartnerId("third"))).isEmpty();

            assertThat(trust.opened).singleElement().satisfies(context -> {
                assertThat(context.partner()).isEqualTo(second.id());
                assertThat(context.clock()).isSameAs(clock);
                assertThat(context.settings().values()).containsEntry("calls", "7");
            });
            assertThat(council.opened).hasSize(1);
        }
    }

    @Test
    void aPartnerThatIsShownTheUsersTokenIsKeyedByUserWhateverItsAdapterSays() {
        var exchange = new PartnerSettings.TokenExchange("http://127.0.0.1:1/token", "weft", "s3cret", "trust", null);
        var settings = new LinkedHashMap<PartnerId, PartnerSettings>();
        settings.put(new PartnerId("one"), settings("trust", Map.of("calls", "7"), exchange, null));
        settings.put(new PartnerId("other"), settings("trust", Map.of("calls", "7")));
        try (var open = open(settings)) {
            var profiles = open.partners().all().stream().map(Partner::profile).toList();
            assertThat(profiles)
                    .extracting(AdapterProfile::identity)
                    .containsExactly(PresentedIdentity.USER, PresentedIdentity.SERVICE);
            assertThat(profiles.getFirst().maxConcurrentCalls()).isEqualTo(7);
            assertThat(profiles.getFirst().sections())
                    .isEqualTo(profiles.getLast().sections());
        }
    }

    @Test
    void closingClosesAdaptersAndClientsWhateverOneOfThemDoes() {
        var settings = new LinkedHashMap<PartnerId, PartnerSettings>();
        settings.put(new PartnerId("one"), settings("council", Map.of()));
        settings.put(new PartnerId("two"), settings("council", Map.of("close", "badly")));
        var open = open(settings);
        open.close();
        open.close();

        assertThat(council.closed).containsExactly("two", "one");
        var http = council.opened.getFirst().http();
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> http.send(HttpCall.get("x"), Deadline.in(Duration.ofSeconds(1)))
                        .block())
                .withMessage("the client is closed")
                .satisfies(closed -> assertThat(closed.fault()).isEqualTo(Fault.UNAVAILABLE));
    }

    @Test
    void anUnknownKindIsRefusedWithTheKnownOnes() {
        var refused = refused(Map.of(new PartnerId("gp"), settings("gpp", Map.of())));
        assertThat(refused).hasMessage("weft.partners.gp.kind is 'gpp', and there is no adapter of that kind");
        assertThat(refused.analysis().getAction()).isEqualTo("Set it to one of: council, trust.");

        assertThat(refused(Map.of(new PartnerId("gp"), settings("", Map.of()))))
                .hasMessage("weft.partners.gp.kind is missing");
    }

    @Test
    void whatAnAdapterDoesNotAcceptIsRefusedAndTheOthersClosed() {
        var settings = new LinkedHashMap<PartnerId, PartnerSettings>();
        settings.put(new PartnerId("fine"), settings("council", Map.of()));
        settings.put(new PartnerId("wrong"), settings("trust", Map.of("calls", "many")));
        assertThat(refused(settings))
                .hasMessage("weft.partners.wrong.adapter is not accepted by the adapter:"
                        + " Setting 'calls' must be a whole number of at least 1");
        assertThat(council.closed).containsExactly("fine");

        settings.put(new PartnerId("wrong"), settings("trust", Map.of("open", "no")));
        assertThat(refused(settings)).hasMessageContaining("Setting 'open' must not be no");
    }

    @Test
    void twoAdaptersOfOneKindAreRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new OpenPartners(
                        Map.of(),
                        List.of(council, new FakeAdapters("council")),
                        bundles,
                        CallListener.NONE,
                        new SimpleMeterRegistry(),
                        clock))
                .withMessageContaining("'council'");
    }

    @Test
    void whomToTrustIsReadAtTheStart() {
        bundles.registerBundle(
                "lost",
                SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate("file:/nowhere.pem"))));

        bundles.registerBundle("old", SslBundle.of(null, null, SslOptions.of(null, Set.of("TLSv1.2"))));

        assertThat(refused(Map.of(new PartnerId("trust"), trusting("old"))))
                .hasMessage(
                        "weft.partners.trust.ssl-bundle is 'old', which has options, and they would have no effect");
        assertThat(refused(Map.of(new PartnerId("trust"), trusting("hscn"))))
                .hasMessage("weft.partners.trust.ssl-bundle is 'hscn', and there is no bundle of that name");
        assertThat(refused(Map.of(new PartnerId("trust"), trusting("lost"))))
                .hasMessage("weft.partners.trust.ssl-bundle is 'lost', and what that bundle refers to cannot be read");
    }

    private SettingException refused(Map<PartnerId, PartnerSettings> settings) {
        var refused = catchThrowableOfType(SettingException.class, () -> open(settings));
        assertThat(refused).isNotNull();
        return refused;
    }

    private OpenPartners open(Map<PartnerId, PartnerSettings> settings) {
        return new OpenPartners(
                settings, List.of(council, trust), bundles, CallListener.NONE, new SimpleMeterRegistry(), clock);
    }

    private static PartnerSettings settings(String kind, Map<String, String> adapter) {
        return settings(kind, adapter, null, null);
    }

    private static PartnerSettings trusting(String bundle) {
        return settings("trust", Map.of(), null, bundle);
    }

    private static PartnerSettings settings(
            String kind,
            Map<String, String> adapter,
            PartnerSettings.@Nullable TokenExchange exchange,
            @Nullable String bundle) {
        return new PartnerSettings(
                kind,
                "A partner",
                null,
                "http://127.0.0.1:1/base",
                List.of(),
                bundle,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                1000,
                null,
                DataSize.ofMegabytes(10),
                DataSize.ofKilobytes(8),
                100,
                null,
                exchange,
                PartnersSettingsTests.RESILIENCE,
                adapter);
    }
}
