package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Population;
import java.time.LocalDate;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes ServiceRequests: requests that a service of the trust, or one that it knows of, take the person on, and orders for tests. */
final class Referrals {

    private final Chart chart;
    private int numbered;

    Referrals(Chart chart) {
        this.chart = chart;
    }

    /** From the person's practice, through the e-Referral Service. */
    void fromPractice(Clinic clinic, String authored, String status, String priority, String reason) {
        var practice = chart.person().practice();
        var from = organisation(new Organisation(practice.ods(), practice.name()));
        var source = Elements.coding(Elements.SNOMED, "108161000000109", "Referred by general practitioner");
        var request = request(clinic.title(), authored, status, priority, reason);
        request.set("extension", array(ukCoreExtension("SourceOfServiceRequest", source)));
        request.set("identifier", array(object("system", Elements.UBRN, "value", ubrn())));
        request.set("category", array(concept(Bookings.specialty(clinic), null)));
        request.set("requester", from);
        request.set("performer", array(organisation(Organisation.TRUST)));
        keep(request, authored);
    }

    /** From one part of the trust to another, or out of it. */
    void fromWard(String service, Organisation to, String authored, String status, String reason) {
        var request = request(service, authored, status, "routine", reason);
        request.set("requester", organisation(Organisation.TRUST));
        request.set("performer", array(organisation(to), named("CareTeam", chart.text(service + " team"))));
        keep(request, authored);
    }

    /** An order for a blood test, which is no referral. */
    void bloodTest(String test, String authored) {
        var order = request(test, authored, "completed", "routine", "Routine on admission");
        var category = Elements.coding(Elements.SNOMED, "108252007", "Laboratory procedure");
        order.set("category", array(concept(category, null)));
        order.set("requester", organisation(Organisation.TRUST));
        keep(order, authored);
    }

    private void keep(ObjectNode request, String authored) {
        chart.keep(request, DateBounds.of(authored), Map.of());
    }

    private ObjectNode request(String service, String authored, String status, String priority, String reason) {
        var recorded = LocalDate.ofInstant(DateBounds.of(authored).from(), Population.LONDON);
        var request = chart.begin("ServiceRequest", recorded);
        request.put("status", status);
        request.put("intent", "order");
        request.put("priority", priority);
        request.set("code", concept(Local.service(service), chart.text(service)));
        request.set("subject", chart.patient());
        request.put("authoredOn", authored);
        request.set("reasonCode", array(concept(null, chart.text(reason))));
        return request;
    }

    /** Twelve digits, the same in every population. */
    private String ubrn() {
        return "0007%06d%02d".formatted(chart.person().position() % 1_000_000, numbered++);
    }
}
