package care.weft.fhir;

import care.weft.spi.DateWindow;
import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import care.weft.spi.JointReads;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Entry;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.RecordSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One section of one person, as a partner is asked for it by its own id. {@link #toString()} is redacted.
 *
 * @param nhsNumber by which the partner knows the person; null for someone known without one
 * @param joint what this read has in common with others
 * @param today the Europe/London day
 */
public record Asked(
        PersonKey person,
        @Nullable NhsNumber nhsNumber,
        LocalId localId,
        DateWindow window,
        FhirClient client,
        Deadline deadline,
        JointReads joint,
        FhirSettings settings,
        LocalDate today) {

    /** In which FHIR R4's clinical resources name the patient. */
    private static final List<String> OWNER_FIELDS = List.of("subject", "patient", "for");

    /**
     * The person's {@code Patient}: the one by which they were found, where they were looked up by their number just before.
     * Empty when the partner says that there is none.
     */
    public Mono<Resource> patient() {
        var call = HttpCall.get("Patient/" + localId.value());
        var read = client.read("Patient", call, deadline)
                .map(patient -> new Bundle(List.of(patient), List.of(), false, null))
                .defaultIfEmpty(new Bundle(List.of(), List.of(), false, null));
        var name = nhsNumber == null
                ? call.target()
                : PatientLookup.call(nhsNumber, settings).target();
        return joint.once(person, name, read)
                .flatMap(found -> Mono.justOrEmpty(found.matches().stream().findFirst()));
    }

    /**
     * A search for everything of one kind that the partner holds about the person.
     *
     * <p>It is without a date: what began long ago may go on still, some records have no date at all, and a server leaves both
     * out of a search by date. What is older than the window comes along, and does no harm.
     */
    public HttpCall all(String resourceType) {
        return ofThePatient(resourceType).query("_count", String.valueOf(settings.pageSize()));
    }

    /**
     * The same within the window. FHIR compares by overlap: a period matches as long as it has not ended before the window
     * begins, so what still goes on is never left out.
     */
    public HttpCall within(String resourceType, String dateParameter) {
        var call = ofThePatient(resourceType);
        if (window.from() != null) {
            call = call.query(dateParameter, "ge" + window.from());
        }
        if (window.to() != null) {
            call = call.query(dateParameter, "le" + window.to());
        }
        return call.query("_count", String.valueOf(settings.pageSize()));
    }

    private HttpCall ofThePatient(String resourceType) {
        return HttpCall.get(resourceType).query("patient", localId.value());
    }

    /** Reads a section that is made of one kind of resource. */
    public Mono<PersonReply> read(String resourceType, HttpCall call, ResourceMapping<? extends Entry> mapping) {
        return Searches.of(this)
                .and(resourceType, call)
                .run()
                .map(answers -> answers.map(resourceType, mapping).reply());
    }

    /** Whether a resource states another patient than the one that is asked for; false where it states none that can be read. */
    boolean isOfSomebodyElse(Resource resource) {
        return OWNER_FIELDS.stream()
                .filter(field -> resource.element().at(field).present())
                .anyMatch(field -> isOfSomebodyElse(resource, field));
    }

    private boolean isOfSomebodyElse(Resource resource, String field) {
        try {
            var owner = resource.owner(field);
            return (owner.localId() != null && !owner.localId().equals(localId))
                    || (owner.nhsNumber() != null
                            && nhsNumber != null
                            && !owner.nhsNumber().equals(nhsNumber));
        } catch (Unreadable nobody) {
            return false;
        }
    }

    /** Where a record comes from; its owner is read from the record's own field, never from the question. */
    public RecordSource source(Resource resource, String ownerField) throws Unreadable {
        return source(resource, resource.owner(ownerField));
    }

    public RecordSource source(Resource resource, Owner owner) throws Unreadable {
        return resource.source(owner, settings.openIn().address(resource));
    }

    @Override
    public String toString() {
        return "Asked[redacted]";
    }
}
