package care.weft.council;

import care.weft.fhir.FhirClient;
import care.weft.fhir.Resource;
import care.weft.fhir.ResourceMapping;
import care.weft.fhir.Unreadable;
import care.weft.spi.DateWindow;
import care.weft.spi.Deadline;
import care.weft.spi.Extent;
import care.weft.spi.HttpCall;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Entry;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.RecordSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

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
        CouncilSettings settings,
        LocalDate today) {

    /** Reads all of one kind, an entry each. */
    Mono<PersonReply> all(String resourceType, ResourceMapping<? extends Entry> mapping) {
        return eachSeveral(resourceType, resource -> {
            var entry = mapping.map(resource);
            return entry == null ? List.of() : List.of(entry);
        });
    }

    /**
     * Reads all of one kind, some entries each.
     *
     * <p>It is asked for without a date: what began long ago may go on still, some records have no date at all, and a server
     * leaves both out of a search by date. What is older than the window comes along, and does no harm.
     */
    Mono<PersonReply> eachSeveral(String resourceType, ResourceMapping<List<? extends Entry>> mapping) {
        var call = HttpCall.get(resourceType)
                .query("patient", localId.value())
                .query("_count", String.valueOf(settings.pageSize()));
        return client.search(resourceType, call, deadline).map(found -> {
            var mapped = found.map(resourceType, mapping);
            var entries = mapped.entries().stream().<Entry>flatMap(List::stream).toList();
            var rejected = new ArrayList<>(mapped.rejections());
            rejected.addAll(found.rejections());
            var extent = new Extent(window, List.of(), found.truncated());
            return new PersonReply.Found(person, entries, extent, found.asOf(), rejected);
        });
    }

    /** Where a record comes from; its owner is read from the record's own field, never from the question. */
    RecordSource source(Resource resource, String ownerField) throws Unreadable {
        return resource.source(resource.owner(ownerField), settings.openIn().address(resource));
    }

    @Override
    public String toString() {
        return "Asked[redacted]";
    }
}
