package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Json.array;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import org.jspecify.annotations.Nullable;

/** Writes contacts with adult social care, as ServiceRequests: requests that the council do something for the person. */
final class Contacts {

    private final Chart chart;
    private int numbered;

    Contacts(Chart chart) {
        this.chart = chart;
    }

    /**
     * A request from no organisation.
     *
     * @param made when, as exact as is recorded
     */
    void add(
            SocialCareContactReason reason,
            String words,
            SocialCareRequesterType requester,
            String status,
            String made) {
        add(reason, words, requester, null, status, made);
    }

    void fromPractice(SocialCareContactReason reason, String words, String status, String made) {
        var practice = chart.person().practice();
        var from = new Organisation(practice.ods(), practice.name());
        add(reason, words, SocialCareRequesterType.PCH, from, status, made);
    }

    void fromHospital(SocialCareContactReason reason, String words, String status, String made) {
        add(reason, words, SocialCareRequesterType.SH, Organisation.TRUST, status, made);
    }

    private void add(
            SocialCareContactReason reason,
            String words,
            SocialCareRequesterType requester,
            @Nullable Organisation from,
            String status,
            String made) {
        var contact = chart.begin("ServiceRequest", Times.day(made));
        var type = Interweave.extension(
                "SocialCareRequesterType", "valueCodeableConcept", requester.with(chart.text(requester.display())));
        contact.set("extension", array(type));
        contact.set(
                "identifier",
                array(Interweave.localIdentifier(
                        "socialcarecontact", "C" + chart.person().position() + "-" + numbered++)));
        contact.put("status", status);
        contact.put("intent", "plan");
        contact.set("subject", chart.patient());
        contact.put("occurrenceDateTime", made);
        contact.put("authoredOn", made);
        if (from != null) {
            contact.set("requester", organisation(from));
        }
        contact.set("performer", array(organisation(Organisation.COUNCIL)));
        contact.set("reasonCode", array(reason.with(chart.text(words))));
        chart.keep(contact, DateBounds.of(made));
    }
}
