package care.weft.stubs.council;

import care.weft.stubs.fhir.FhirSystem;
import care.weft.stubs.fhir.SearchRules;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A council's adult social care: FHIR R4 with Interweave's profiles below {@code /fhir/R4}, for callers whose token is for
 * {@code council} and has the scope {@code council.read}.
 *
 * <p>Calls are counted by the type of resource, such as {@code EpisodeOfCare}.
 */
public final class CouncilStub extends PartnerStub {

    public static final int RUN_CONTRACT_PORT = 9101;

    /** The partner id, audience of its tokens. */
    public static final String PARTNER = "council";

    static final Map<String, SearchRules> SEARCHES = Map.of(
            "CareTeam", new SearchRules("date", Set.of("status"), Set.of()),
            "EpisodeOfCare", new SearchRules("date", Set.of("status"), Set.of()),
            "RelatedPerson", new SearchRules("birthdate", Set.of("active"), Set.of()),
            "ServiceRequest", new SearchRules("authored", Set.of("status"), Set.of()),
            "Task", new SearchRules("authored-on", Set.of("status"), Set.of()));

    /** The council has them and shares them with nobody: safeguarding above all. */
    private static final Set<String> NOT_SHARED = Set.of("Condition", "DocumentReference", "Flag");

    private final CouncilRecords records;

    /**
     * Makes a council that is not started yet.
     *
     * @param port 0 for any free one
     */
    public CouncilStub(int port, Population population, IdentityProvider identityProvider, Journal journal) {
        this(port, new CouncilRecords(population), identityProvider, journal);
    }

    private CouncilStub(int port, CouncilRecords records, IdentityProvider identityProvider, Journal journal) {
        super(
                port,
                new FhirSystem(
                        SEARCHES, NOT_SHARED, records.all(), identityProvider.guard(PARTNER), InstantSource.system()),
                journal);
        this.records = records;
    }

    /** The logical ids of the Patients that a person is to the council, which are its social care numbers: one, none, or two. */
    public List<String> patientIds(Person person) {
        return records.registrations(person).stream()
                .map(Registration::patientId)
                .toList();
    }
}
