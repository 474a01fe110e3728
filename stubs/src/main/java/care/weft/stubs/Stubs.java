package care.weft.stubs;

import care.weft.stubs.council.CouncilStub;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.fault.Certificates;
import care.weft.stubs.fault.FaultProxy;
import care.weft.stubs.fault.FaultSwitch;
import care.weft.stubs.fault.NameServer;
import care.weft.stubs.gp.GpStub;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import care.weft.stubs.trust.TrustStub;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.CountDownLatch;

/** The identity provider and every stub partner, a proxy for faults before each, all started and all of one population. */
public final class Stubs implements AutoCloseable {

    private final Population population;
    private final IdentityProvider identityProvider;
    private final CouncilStub council;
    private final TrustStub trust;
    private final GpStub gp;
    private final MentalHealthStub mentalHealth;
    private final DemographicsStub demographics;
    private final SequencedMap<String, PartnerStub> partners = new LinkedHashMap<>();
    private final SequencedMap<String, FaultProxy> proxies = new LinkedHashMap<>();
    private final NameServer nameServer = new NameServer();
    private final Certificates certificates;
    private final FaultSwitch faultSwitch;

    private Stubs(StubSettings settings) {
        population = Population.of(settings.people(), settings.today());
        identityProvider = new IdentityProvider(settings.port(IdentityProvider.RUN_CONTRACT_PORT), population);
        council = new CouncilStub(
                settings.port(CouncilStub.RUN_CONTRACT_PORT), population, identityProvider, settings.journal());
        trust = new TrustStub(
                settings.port(TrustStub.RUN_CONTRACT_PORT), population, identityProvider, settings.journal());
        gp = new GpStub(settings.port(GpStub.RUN_CONTRACT_PORT), population, settings.clock(), settings.journal());
        mentalHealth = new MentalHealthStub(
                settings.port(MentalHealthStub.RUN_CONTRACT_PORT),
                population,
                identityProvider,
                settings.clock(),
                settings.journal());
        demographics = new DemographicsStub(
                settings.port(DemographicsStub.RUN_CONTRACT_PORT),
                population,
                identityProvider,
                settings.clock(),
                settings.journal());
        partners.put(CouncilStub.PARTNER, council);
        partners.put(TrustStub.PARTNER, trust);
        partners.put(GpStub.PARTNER, gp);
        partners.put(MentalHealthStub.PARTNER, mentalHealth);
        partners.put(DemographicsStub.PARTNER, demographics);
        certificates = new Certificates(partners.keySet());
        partners.forEach((id, partner) -> proxies.put(id, new FaultProxy(id, partner, nameServer, certificates)));
        faultSwitch = new FaultSwitch(settings.port(FaultSwitch.RUN_CONTRACT_PORT), proxies);
    }

    /** Starts all; nothing is left running when one cannot start. */
    public static Stubs start(StubSettings settings) {
        var stubs = new Stubs(settings);
        try {
            stubs.identityProvider.start();
            stubs.partners().values().forEach(PartnerStub::start);
            stubs.nameServer.start();
            stubs.proxies.values().forEach(FaultProxy::start);
            stubs.faultSwitch.start();
            return stubs;
        } catch (RuntimeException e) {
            stubs.close();
            throw e;
        }
    }

    public Population population() {
        return population;
    }

    /** The person of a story, such as {@code three-assessments}. */
    public Person story(String id) {
        return population.of(Story.named(id).orElseThrow(() -> new IllegalArgumentException("No story " + id)));
    }

    public IdentityProvider identityProvider() {
        return identityProvider;
    }

    public CouncilStub council() {
        return council;
    }

    public TrustStub trust() {
        return trust;
    }

    public GpStub gp() {
        return gp;
    }

    public MentalHealthStub mentalHealth() {
        return mentalHealth;
    }

    public DemographicsStub demographics() {
        return demographics;
    }

    /** Every stub partner by its partner id. */
    public SequencedMap<String, PartnerStub> partners() {
        return Collections.unmodifiableSequencedMap(partners);
    }

    /** What stands before a stub partner and may spoil what passes. */
    public FaultProxy proxy(String partner) {
        return Objects.requireNonNull(proxies.get(partner), "No such partner");
    }

    /** Knows the hosts of those proxies. */
    public NameServer nameServer() {
        return nameServer;
    }

    /** What those proxies show to callers over TLS. */
    public Certificates certificates() {
        return certificates;
    }

    /** Begins and ends faults of those proxies over HTTP. */
    public FaultSwitch faultSwitch() {
        return faultSwitch;
    }

    /** Makes all partners forget calls, delays and faults. */
    public void reset() {
        partners().values().forEach(PartnerStub::reset);
        proxies.values().forEach(FaultProxy::end);
    }

    @Override
    public void close() {
        faultSwitch.close();
        proxies.values().forEach(FaultProxy::close);
        nameServer.close();
        partners().values().forEach(PartnerStub::close);
        identityProvider.close();
    }

    /** Runs the stubs alone, on the ports of the run contract, until the process is ended. */
    public static void main(String[] args) throws InterruptedException {
        try (var stubs = start(StubSettings.ofTheRunContract())) {
            IO.println("identity provider  " + stubs.identityProvider().issuer());
            stubs.partners()
                    .forEach((id, partner) ->
                            IO.println("%-18s %s   faults: %s".formatted(id, partner.baseUrl(), partner.adminUrl())));
            IO.println("network faults     " + stubs.faultSwitch().url());
            IO.println("token              curl '" + stubs.identityProvider().issuer() + "/token?user=gp'");
            IO.println("stories            curl '" + stubs.identityProvider().issuer() + "/stories'");
            new CountDownLatch(1).await();
        }
    }
}
