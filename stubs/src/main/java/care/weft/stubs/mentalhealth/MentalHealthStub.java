package care.weft.stubs.mentalhealth;

import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.identity.PartnerGuard;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import java.time.InstantSource;
import java.util.List;

/**
 * A mental-health trust: the tables of the Mental Health Services Data Set below {@code /mhsds/v6}, for callers whose token is
 * for {@code mental-health} and has the scope {@code mental-health.read}; if it stands for a user, the gateway must be its actor.
 *
 * <p>Calls are counted by table, such as {@code MHS201CareContact}.
 */
public final class MentalHealthStub extends PartnerStub {

    public static final int RUN_CONTRACT_PORT = 9104;

    /** The partner id, audience of its tokens. */
    public static final String PARTNER = "mental-health";

    private final MentalHealthRecords records;
    private final PartnerGuard guard;

    /**
     * Makes a trust that is not started yet.
     *
     * @param port 0 for any free one
     * @param clock by which it says when it read
     */
    public MentalHealthStub(
            int port, Population population, IdentityProvider identityProvider, InstantSource clock, Journal journal) {
        this(port, new MentalHealthRecords(population), identityProvider.guard(PARTNER), clock, journal);
    }

    private MentalHealthStub(
            int port, MentalHealthRecords records, PartnerGuard guard, InstantSource clock, Journal journal) {
        super(port, new MentalHealthSystem(records, guard, clock), journal);
        this.records = records;
        this.guard = guard;
    }

    /** Whether from now on it demands tokens that stand for a user, with the gateway as the actor; at first it does not. */
    public void demandUsers(boolean demanded) {
        guard.usersAlone(demanded);
    }

    /** The trust's own ids of the patients that a person is to it: mostly none or one, sometimes two. */
    public List<String> patientIds(Person person) {
        return records.patientIds(person);
    }
}
