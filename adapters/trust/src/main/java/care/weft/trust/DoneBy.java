package care.weft.trust;

import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who does an assessment, by the references that name them. */
record DoneBy(
        @Nullable String team,
        @Nullable Practitioner assessor,
        @Nullable Organisation organisation,
        @Nullable Contact contact) {

    private static final DoneBy NOBODY = new DoneBy(null, null, null, null);

    /** A reference that does not say what it names names a team: work is handed to one. */
    static DoneBy owner(Resource task) {
        return of(task, task.element().references("owner"), "CareTeam");
    }

    /** References that do not say what they name name people: it is people who sign. */
    static DoneBy signed(Resource record, String field) {
        return of(record, record.element().references(field), "Practitioner");
    }

    private static DoneBy of(Resource record, List<Reference> references, String otherwise) {
        return references.stream()
                .map(reference -> of(record, reference, otherwise))
                .reduce(NOBODY, DoneBy::or);
    }

    private static DoneBy of(Resource record, Reference reference, String otherwise) {
        return switch (Objects.requireNonNullElse(record.kind(reference), otherwise)) {
            case "CareTeam" -> team(record, reference, "managingOrganization");
            case "HealthcareService" -> team(record, reference, "providedBy");
            case "Organization" -> new DoneBy(null, null, record.organisation(reference), record.contact(reference));
            case "Practitioner", "PractitionerRole" ->
                new DoneBy(
                        null, record.practitioner(reference), employer(record, reference), record.contact(reference));
            default -> NOBODY;
        };
    }

    private static DoneBy team(Resource record, Reference reference, String provider) {
        var team = record.organisation(reference);
        var sent = record.resolve(reference);
        return new DoneBy(
                team == null ? null : team.name(),
                null,
                sent == null ? null : sent.organisation(sent.element().reference(provider)),
                record.contact(reference));
    }

    private static @Nullable Organisation employer(Resource record, Reference reference) {
        return record.names(reference, "PractitionerRole") ? record.organisation(reference) : null;
    }

    private DoneBy or(DoneBy other) {
        return new DoneBy(
                team == null ? other.team : team,
                assessor == null ? other.assessor : assessor,
                organisation == null ? other.organisation : organisation,
                contact == null ? other.contact : contact);
    }
}
