package care.weft.council;

import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.Words;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import org.jspecify.annotations.Nullable;

/**
 * Who does an assessment. Its owner is a team, as the profile has it, unless it has a code of the Organisation Data Service, is the
 * organisation that answers for the record, or is a person; a person may stand in an extension too.
 */
record AssessedBy(
        @Nullable String team,
        @Nullable Practitioner assessor,
        @Nullable Organisation organisation,
        @Nullable Contact contact) {

    static AssessedBy of(Resource task) {
        var owner = task.element().reference("owner");
        var performer = Interweave.extension(task.element(), "SocialCareAssessmentPerformer")
                .reference("valueReference");
        var council = Interweave.provenance(task);
        var contact = Words.either(task.contact(owner), task.contact(performer));
        var assessor = task.practitioner(performer);
        if (task.names(owner, "Practitioner") || task.names(owner, "PractitionerRole")) {
            var employer = Words.either(task.organisation(owner), council);
            return new AssessedBy(null, Words.either(assessor, task.practitioner(owner)), employer, contact);
        }
        var named = task.organisation(owner);
        if (named == null || named.odsCode() != null || Interweave.same(named, council)) {
            return new AssessedBy(null, assessor, Words.either(named, council), contact);
        }
        return new AssessedBy(named.name(), assessor, Words.either(parent(task, owner), council), contact);
    }

    private static @Nullable Organisation parent(Resource task, Reference owner) {
        var team = task.resolve(owner);
        if (team == null) {
            return null;
        }
        var element = team.element();
        return Words.either(
                team.organisation(element.reference("partOf")),
                team.organisation(element.reference("managingOrganization")));
    }
}
