package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Patients;
import care.weft.fhir.RelatedPeople;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Owner;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.Relationship;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * The contacts that a {@code Patient} lists: next of kin, emergency contacts and others. They are parts of that one record: each
 * is named by it and by its place in the list, and owned by whom the record is of.
 */
final class Contacts {

    /** As the setting {@code without} names it. */
    static final String TYPE = "Patient.contact";

    private Contacts() {}

    static Mono<PersonReply> read(Asked asked) {
        return asked.patient()
                .map(patient -> contacts(asked, patient))
                .defaultIfEmpty(new PersonReply.NotKnown(asked.person()));
    }

    private static PersonReply contacts(Asked asked, Resource patient) {
        var entries = new ArrayList<Entry>();
        var rejected = new ArrayList<Rejection>();
        var contacts = patient.element().each("contact");
        for (int i = 0; i < contacts.size(); i++) {
            try {
                entries.add(contact(asked, patient, contacts.get(i), i + 1));
            } catch (Unreadable unreadable) {
                rejected.add(new Rejection(TYPE, unreadable.reason()));
            } catch (RuntimeException oddity) {
                // What was not foreseen. Its message may quote the record, so only its kind is told.
                rejected.add(new Rejection(
                        TYPE, "not understood: " + oddity.getClass().getSimpleName()));
            }
        }
        if (entries.isEmpty() && !asked.localId().value().equals(patient.id())) {
            // That somebody else has no contacts says nothing of the person.
            return new PersonReply.Failed(asked.person(), Fault.INVALID_ANSWER);
        }
        return new PersonReply.Found(
                asked.person(), List.copyOf(entries), Extent.whole(asked.window()), null, rejected);
    }

    private static Relationship contact(Asked asked, Resource patient, Element contact, int place) throws Unreadable {
        boolean tells = contact.at("relationship").present()
                || contact.at("name").present()
                || contact.at("telecom").present();
        if (!tells) {
            throw new Unreadable("relationship, name and telecom are missing");
        }
        return RelatedPeople.contact(contact, source(asked, patient, Patients.owner(patient), place), asked.today());
    }

    private static RecordSource source(Asked asked, Resource patient, Owner owner, int place) throws Unreadable {
        var whole = asked.source(patient, owner);
        return new RecordSource(
                whole.recordId() + "/contact/" + place,
                owner,
                whole.version(),
                whole.system(),
                whole.recordedAt(),
                whole.openIn());
    }
}
