package care.weft.stubs.demographics;

import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Population;
import java.time.InstantSource;

/**
 * The national register: the Personal Demographics Service's FHIR R4 below {@code /personal-demographics/FHIR/R4}, for callers
 * whose token is for {@code demographics} and has the scope {@code demographics.read}.
 *
 * <p>Calls are counted as {@code Patient} and {@code RelatedPerson}.
 */
public final class DemographicsStub extends PartnerStub {

    public static final int RUN_CONTRACT_PORT = 9105;

    /** The partner id, audience of its tokens. */
    public static final String PARTNER = "demographics";

    private final CallRate rate;

    /**
     * Makes a register that is not started yet.
     *
     * @param port 0 for any free one
     * @param clock by which it says when it answered
     */
    public DemographicsStub(
            int port, Population population, IdentityProvider identityProvider, InstantSource clock, Journal journal) {
        this(
                port,
                population,
                identityProvider,
                clock,
                journal,
                new CallRate(CallRate.OF_THE_REGISTER, System::nanoTime));
    }

    private DemographicsStub(
            int port,
            Population population,
            IdentityProvider identityProvider,
            InstantSource clock,
            Journal journal,
            CallRate rate) {
        super(
                port,
                new DemographicsSystem(new Register(population), identityProvider.guard(PARTNER), rate, clock),
                journal);
        this.rate = rate;
    }

    /**
     * Changes how often each application may call from now on, whatever came before; {@link #reset()} leaves it as it is.
     *
     * @param most 0 for no limit; 5 at the start, as published
     */
    public void callsPerSecond(int most) {
        rate.callsPerSecond(most);
    }
}
