package care.weft.stubs.trust;

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
 * A hospital trust: FHIR R4 with UK Core profiles below {@code /fhir/R4}, for callers whose token is for {@code trust} and
 * has the scope {@code trust.read}.
 *
 * <p>Calls are counted by the type of resource, such as {@code Appointment}.
 */
public final class TrustStub extends PartnerStub {

    public static final int RUN_CONTRACT_PORT = 9102;

    /** The partner id, audience of its tokens. */
    public static final String PARTNER = "trust";

    /** The system of the trust's own number for a patient. */
    public static final String HOSPITAL_NUMBER_SYSTEM = Local.HOSPITAL_NUMBER;

    static final Map<String, SearchRules> SEARCHES = Map.of(
            "Appointment", new SearchRules("date", Set.of("status"), Set.of()),
            "Encounter", new SearchRules("date", Set.of("status", "class"), Set.of()),
            "EpisodeOfCare", new SearchRules("date", Set.of("status"), Set.of()),
            "Observation",
                    new SearchRules(
                            "date",
                            Set.of("status", "category", "code"),
                            Set.of("category"),
                            Set.of("Observation:encounter")),
            "QuestionnaireResponse",
                    new SearchRules("authored", Set.of("status"), Set.of(), Set.of("QuestionnaireResponse:encounter")),
            "ServiceRequest", new SearchRules("authored", Set.of("status"), Set.of()),
            "Task", new SearchRules("authored-on", Set.of("status", "code"), Set.of()));

    private final TrustRecords records;

    /**
     * Makes a trust that is not started yet.
     *
     * @param port 0 for any free one
     */
    public TrustStub(int port, Population population, IdentityProvider identityProvider, Journal journal) {
        this(port, new TrustRecords(population), identityProvider, journal);
    }

    private TrustStub(int port, TrustRecords records, IdentityProvider identityProvider, Journal journal) {
        super(
                port,
                new FhirSystem(
                        SEARCHES, Set.of(), records.all(), identityProvider.guard(PARTNER), InstantSource.system()),
                journal);
        this.records = records;
    }

    /** The logical ids of the Patients that a person is to the trust: mostly one, sometimes none or two. */
    public List<String> patientIds(Person person) {
        return records.registrations(person).stream()
                .map(Registration::patientId)
                .toList();
    }

    /** The hospital numbers of the same Patients, in the same order. */
    public List<String> hospitalNumbers(Person person) {
        return records.registrations(person).stream()
                .map(Registration::hospitalNumber)
                .toList();
    }
}
