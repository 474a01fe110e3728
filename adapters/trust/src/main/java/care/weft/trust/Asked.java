package care.weft.trust;

import care.weft.fhir.FhirClient;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.spi.DateWindow;
import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.RecordSource;
import java.time.LocalDate;

/**
 * One section of one person, as it is asked for. {@link #toString()} is redacted.
 *
 * @param today the Europe/London day
 */
record Asked(
        PersonKey person,
        LocalId localId,
        DateWindow window,
        FhirClient client,
        Deadline deadline,
        TrustSettings settings,
        LocalDate today) {

    /** A search for everything of one kind that the trust holds about the person. */
    HttpCall all(String resourceType) {
        return HttpCall.get(resourceType)
                .query("patient", localId.value())
                .query("_count", String.valueOf(settings.pageSize()));
    }

    /**
     * The same within the window. FHIR compares by overlap: a period matches as long as it has not ended before the window
     * begins, so what still goes on is never left out.
     */
    HttpCall within(String resourceType, String dateParameter) {
        var call = HttpCall.get(resourceType).query("patient", localId.value());
        if (window.from() != null) {
            call = call.query(dateParameter, "ge" + window.from());
        }
        if (window.to() != null) {
            call = call.query(dateParameter, "le" + window.to());
        }
        return call.query("_count", String.valueOf(settings.pageSize()));
    }

    /** Where a record comes from; its owner is read from the record's own field, never from the question. */
    RecordSource source(Resource resource, String ownerField) throws Unreadable {
        return source(resource, resource.owner(ownerField));
    }

    RecordSource source(Resource resource, Owner owner) throws Unreadable {
        return resource.source(owner, settings.openIn().address(resource));
    }

    @Override
    public String toString() {
        return "Asked[redacted]";
    }
}
