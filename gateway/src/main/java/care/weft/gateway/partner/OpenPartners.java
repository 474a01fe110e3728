package care.weft.gateway.partner;

import care.weft.gateway.resilience.GuardedPartnerHttp;
import care.weft.gateway.settings.SettingException;
import care.weft.http.BearerToken;
import care.weft.http.CallListener;
import care.weft.http.PartnerHttpSettings;
import care.weft.http.ReactorPartnerHttp;
import care.weft.spi.AdapterProfile;
import care.weft.spi.Endpoint;
import care.weft.spi.Locates;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PartnerHttp;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.model.PartnerId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** The configured partners with all that was opened for them, to be closed when the gateway stops. */
final class OpenPartners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPartners.class);

    private final Map<String, PartnerAdapterProvider> providers = new TreeMap<>();
    private final SslBundles bundles;
    private final CallListener listener;
    private final MeterRegistry registry;
    private final Clock clock;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Partner> partners = new ArrayList<>();

    /**
     * Opens them all or none.
     *
     * @throws SettingException for a kind without an adapter, and for what an adapter does not accept
     */
    OpenPartners(
            Map<PartnerId, PartnerSettings> settings,
            Iterable<PartnerAdapterProvider> adapters,
            SslBundles bundles,
            CallListener listener,
            MeterRegistry registry,
            Clock clock) {
        this.bundles = bundles;
        this.listener = listener;
        this.registry = registry;
        this.clock = clock;
        for (var adapter : adapters) {
            var other = providers.put(adapter.kind(), adapter);
            if (other != null) {
                throw new IllegalStateException("Two adapters are of the kind '" + adapter.kind() + "': "
                        + other.getClass().getName() + " and "
                        + adapter.getClass().getName());
            }
        }
        try {
            settings.forEach((id, partner) -> partners.add(open(id, partner)));
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    Partners partners() {
        return new Partners(partners);
    }

    private Partner open(PartnerId id, PartnerSettings settings) {
        var provider = provider(id, settings.kind());
        var adapterSettings = settings.adapterSettings();
        var profile = shownTheUser(settings, accepted(id, () -> provider.profile(adapterSettings)));
        var endpoint = settings.endpoint(id);
        var client = ReactorPartnerHttp.open(http(id, settings, endpoint, profile), token(settings), listener, clock);
        opened.push(client);
        gauge(id, "under_way", client, ReactorPartnerHttp::callsUnderWay);
        gauge(id, "waiting", client, ReactorPartnerHttp::callsWaiting);
        PartnerHttp http = client;
        var pulse = new Pulse(clock);
        if (settings.resilience().enabled()) {
            var guarded =
                    new GuardedPartnerHttp(client, id, endpoint, settings.timeout(), settings.resilience(), registry);
            http = guarded;
            pulse = new Pulse(clock, guarded::openCircuits);
        }
        var context = new PartnerContext(id, adapterSettings, new NotingPartnerHttp(http), clock);
        var adapter = accepted(id, () -> provider.open(context));
        opened.push(adapter);
        if (profile.lookup() == LookupKey.LOCAL_ID && !(adapter instanceof Locates)) {
            throw new SettingException(
                    PartnersSettings.PREFIX + "." + id + ".kind",
                    "is '" + settings.kind() + "', whose adapter wants local ids and cannot look them up",
                    "Ask the adapter's author: an adapter whose profile says LOCAL_ID implements Locates.");
        }
        return new Partner(
                id,
                settings.name(),
                settings.kind(),
                settings.odsCode(),
                settings.contact(),
                profile,
                adapter,
                endpoint,
                pulse);
    }

    private PartnerHttpSettings http(
            PartnerId id, PartnerSettings settings, Endpoint endpoint, AdapterProfile profile) {
        var http = PartnerHttpSettings.of(endpoint, profile.maxConcurrentCalls(), profile.maxCallsPerSecond())
                .with(settings.answerLimits())
                .withAnswerTimeout(settings.timeout())
                .withConnectTimeout(settings.connectTimeout())
                .withMaxWaitingCalls(settings.maxWaitingCalls())
                .withNameServers(settings.nameServerAddresses());
        return settings.sslBundle() == null ? http : http.withTls(tls(id, settings.sslBundle()));
    }

    private SSLContext tls(PartnerId id, String bundle) {
        var key = PartnersSettings.PREFIX + "." + id + ".ssl-bundle";
        try {
            var found = bundles.getBundle(bundle);
            if (found.getOptions().getCiphers() != null || found.getOptions().getEnabledProtocols() != null) {
                throw new SettingException(
                        key,
                        "is '" + bundle + "', which has options, and they would have no effect",
                        "Set ciphers and protocols for the whole Java runtime, and remove the options of the bundle.");
            }
            return found.createSslContext();
        } catch (NoSuchSslBundleException none) {
            throw new SettingException(
                    key,
                    "is '" + bundle + "', and there is no bundle of that name",
                    "Describe it under spring.ssl.bundle.pem." + bundle + ", or name another.");
        } catch (IllegalStateException unreadable) {
            throw new SettingException(
                    key,
                    "is '" + bundle + "', and what that bundle refers to cannot be read",
                    "Look at spring.ssl.bundle: the files it names, their format and their passwords.");
        }
    }

    private void gauge(
            PartnerId id, String state, ReactorPartnerHttp client, ToDoubleFunction<ReactorPartnerHttp> calls) {
        Gauge.builder("weft.partner.calls", client, calls)
                .tag("partner", id.value())
                .tag("state", state)
                .description("Calls that have a connection to the partner, and those that wait for one")
                .register(registry);
    }

    private @Nullable BearerToken token(PartnerSettings settings) {
        var own = settings.oauth2() == null ? null : new ClientCredentialsToken(settings.oauth2(), clock);
        return settings.tokenExchange() == null ? own : new ExchangedTokens(settings.tokenExchange(), own, clock);
    }

    /** Whatever its adapter says: an answer to one user's token is nobody else's. */
    private static AdapterProfile shownTheUser(PartnerSettings settings, AdapterProfile profile) {
        return settings.tokenExchange() == null
                ? profile
                : new AdapterProfile(
                        profile.sections(),
                        profile.lookup(),
                        profile.maxPeoplePerCall(),
                        profile.maxConcurrentCalls(),
                        profile.maxCallsPerSecond(),
                        profile.source(),
                        PresentedIdentity.USER);
    }

    private PartnerAdapterProvider provider(PartnerId id, String kind) {
        var provider = providers.get(kind);
        if (provider == null) {
            throw new SettingException(
                    PartnersSettings.PREFIX + "." + id + ".kind",
                    kind.isBlank() ? "is missing" : "is '" + kind + "', and there is no adapter of that kind",
                    providers.isEmpty()
                            ? "Put an adapter on the class path: there is none."
                            : "Set it to one of: " + String.join(", ", providers.keySet()) + ".");
        }
        return provider;
    }

    private static <T> T accepted(PartnerId id, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (IllegalArgumentException wrong) {
            throw new SettingException(
                    PartnersSettings.PREFIX + "." + id + ".adapter",
                    "is not accepted by the adapter: " + wrong.getMessage(),
                    "Correct what it names.");
        }
    }

    /** Each adapter before its client, the last partner first. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failed) {
                LOG.warn("A partner did not close: {}", failed.getClass().getName());
            }
        }
    }
}
