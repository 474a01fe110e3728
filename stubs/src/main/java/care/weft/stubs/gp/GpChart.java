package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** What a practice holds of one patient, while it is being written down. */
final class GpChart {

    static final String CARE_CONNECT = "https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-";
    static final String GP_CONNECT = "https://fhir.nhs.uk/STU3/StructureDefinition/GPConnect-";
    static final String EXTENSION = "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-";

    /** What stands for the practice system's own codes and identifiers. */
    static final String LOCAL = "https://fhir.gp-system.example/";

    private static final DateTimeFormatter LOCAL_OFFSET = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

    private final Person person;
    private final Surgery surgery;
    private final String patientId;
    private final LocalDate today;
    private final List<Held> appointments = new ArrayList<>();
    private final List<Held> referrals = new ArrayList<>();
    private final List<Held> observations = new ArrayList<>();
    private int written;

    GpChart(Person person, Surgery surgery, String patientId, LocalDate today) {
        this.person = person;
        this.surgery = surgery;
        this.patientId = patientId;
        this.today = today;
    }

    Person person() {
        return person;
    }

    Surgery surgery() {
        return surgery;
    }

    LocalDate today() {
        return today;
    }

    LocalDate day(int daysFromToday) {
        return today.plusDays(daysFromToday);
    }

    /** Free text, with the mark by which this person's records are known wherever they turn up. */
    String text(String words) {
        return person.marked(words);
    }

    ObjectNode patient() {
        return Elements.reference("Patient", patientId);
    }

    ObjectNode practice() {
        return Elements.reference("Organization", People.practiceId(surgery));
    }

    /** The beginning of a resource. Its id is the same in every population. */
    ObjectNode begin(String type, String profile) {
        var id = stableId(patientId + "/" + type + "/" + written++);
        return object("resourceType", type, "id", id, "meta", meta(profile));
    }

    static ObjectNode meta(String profile) {
        return object("versionId", "1", "profile", array(profile));
    }

    /** An identifier of the practice system's own, the same at every reading. */
    static ObjectNode ownIdentifier(ObjectNode resource) {
        return object(
                "system", LOCAL + "data-identifier", "value", resource.get("id").asString());
    }

    void keepAppointment(LocalDate day, ObjectNode appointment) {
        appointments.add(new Held(day, appointment));
    }

    void keepReferral(LocalDate day, ObjectNode referral) {
        referrals.add(new Held(day, referral));
    }

    void keepObservation(LocalDate day, ObjectNode observation) {
        observations.add(new Held(day, observation));
    }

    List<Held> appointments() {
        return List.copyOf(appointments);
    }

    List<Held> referrals() {
        return List.copyOf(referrals);
    }

    List<Held> observations() {
        return List.copyOf(observations);
    }

    static ZonedDateTime at(LocalDate day, int hour, int minute) {
        return ZonedDateTime.of(day, LocalTime.of(hour, minute), Population.LONDON);
    }

    /** With the offset that London has then. */
    static String text(ZonedDateTime time) {
        return LOCAL_OFFSET.format(time);
    }

    static String stableId(String name) {
        return UUID.nameUUIDFromBytes(("gp/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
