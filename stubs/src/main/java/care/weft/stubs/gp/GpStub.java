package care.weft.stubs.gp;

import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import java.time.InstantSource;
import java.util.Map;

/**
 * The GP practices of the city over GP Connect, FHIR STU3, each at its own path such as {@code /P99061/STU3/1/gpconnect/fhir},
 * and the Spine directory that tells where each is and by which ASID. A practice wants the Spine proxy's headers and, instead
 * of a token of the identity provider, the unsigned token that says for whom it is asked.
 *
 * <p>Calls are counted by the directory's {@code Device} and {@code Endpoint}, and by what practices are asked for:
 * {@code Patient}, {@code Appointment}, {@code $gpc.getstructuredrecord}; those to practices also by practice.
 */
public final class GpStub extends PartnerStub {

    public static final int RUN_CONTRACT_PORT = 9103;

    /** The partner id. */
    public static final String PARTNER = "gp";

    /** The practice that has turned off the appointments capability: 403, {@code ACCESS_DENIED}. */
    public static final String PRACTICE_WITHOUT_APPOINTMENTS = Surgery.WITHOUT_APPOINTMENTS;

    /** The practice that has turned off uncategorised data: 200, with a warning in the bundle. */
    public static final String PRACTICE_WITHOUT_UNCATEGORISED_DATA = Surgery.WITHOUT_UNCATEGORISED_DATA;

    /**
     * Makes practices and a directory that are not started yet.
     *
     * @param port 0 for any free one
     * @param clock by which a caller's token is fresh or not
     */
    public GpStub(int port, Population population, InstantSource clock, Journal journal) {
        this(port, Surgery.of(population), population, clock, journal);
    }

    private GpStub(
            int port, Map<String, Surgery> surgeries, Population population, InstantSource clock, Journal journal) {
        super(port, new GpSystem(surgeries, new GpRecords(population, surgeries), clock), journal);
    }

    /** How many calls came to each practice, by its ODS code, since the start or the last {@link #reset()}. */
    public Map<String, Integer> callsByPractice() {
        return callsBySite();
    }

    /** The path below which everything of a practice is: for faults of that practice alone. */
    public static String path(String ods) {
        return "/" + ods + "/STU3/1/gpconnect/";
    }

    /** The logical id that a person has at their practice, whether the practice owns to know them or not. */
    public static String patientId(Person person) {
        return GpChart.stableId("patient/" + person.key());
    }
}
