package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.gp.StructuredRequest.Area;
import care.weft.stubs.population.Organisation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes the bundle that answers a request for a patient's structured record. */
final class StructuredRecord {

    private static final String WARNING = GpChart.EXTENSION + "CareConnect-GPC-ListWarningCode-1";

    private final GpChart chart;
    private final Registration registration;
    private final List<@Nullable Object> entries = new ArrayList<>();
    private final List<ObjectNode> issues = new ArrayList<>();

    private StructuredRecord(GpChart chart, Registration registration) {
        this.chart = chart;
        this.registration = registration;
    }

    static ObjectNode of(GpChart chart, Registration registration, StructuredRequest request) {
        return new StructuredRecord(chart, registration).bundle(request);
    }

    private ObjectNode bundle(StructuredRequest request) {
        var surgery = chart.surgery();
        add(People.patient(chart.person(), surgery, registration.patientId()));
        add(People.practice(surgery, People.practiceId(surgery)));
        for (var staff : Staff.values()) {
            add(staff.practitioner(surgery, staff.id(surgery)));
            add(staff.role(surgery));
        }
        for (var area : request.areas()) {
            if (area.name().equals(StructuredRequest.UNCATEGORISED) && !surgery.sharesUncategorisedData()) {
                issues.add(SpineProblem.notImplemented(area.name(), area.name() + " has been disabled"));
            } else {
                add(area);
            }
        }
        request.unknown()
                .forEach(name -> issues.add(SpineProblem.notImplemented(name, name + " is an unrecognised parameter")));
        if (!issues.isEmpty()) {
            add(SpineProblem.outcome(issues.toArray()));
        }
        return object(
                "resourceType",
                "Bundle",
                "meta",
                object("profile", array(GpChart.GP_CONNECT + "StructuredRecord-Bundle-1")),
                "type",
                "collection",
                "entry",
                array(entries.toArray()));
    }

    private void add(Area area) {
        boolean referrals = area.name().equals(StructuredRequest.REFERRALS);
        var held = (referrals ? chart.referrals() : chart.observations())
                .stream()
                        .filter(each -> each.within(area.from(), area.to()))
                        .map(Held::resource)
                        .toList();
        add(
                referrals
                        ? list("Referral details", "886721000000107", held)
                        : list("Miscellaneous record", "826501000000100", held));
        held.forEach(this::add);
        if (referrals && !held.isEmpty()) {
            for (var organisation : List.of(
                    Organisation.TRUST, Organisation.MENTAL_HEALTH, Organisation.COUNCIL, Organisation.VOLUNTARY)) {
                add(People.organisation(organisation));
            }
        }
    }

    private ObjectNode list(String title, String code, List<ObjectNode> held) {
        var warning = registration.hasConfidentialItems()
                ? "confidential-items"
                : registration.inTransit() ? "data-in-transit" : null;
        return object(
                "resourceType",
                "List",
                "meta",
                object("profile", array(GpChart.CARE_CONNECT + "List-1")),
                "extension",
                warning == null ? null : array(object("url", WARNING, "valueCode", warning)),
                "status",
                "current",
                "mode",
                "snapshot",
                "title",
                title,
                "code",
                Elements.concept(Elements.coding(Elements.SNOMED, code, title), null),
                "subject",
                chart.patient(),
                "date",
                GpChart.text(GpChart.at(chart.today(), 0, 10)),
                "note",
                warning == null ? null : array(object("text", "Items excluded due to: " + warning)),
                "entry",
                held.isEmpty()
                        ? null
                        : array(held.stream().map(StructuredRecord::item).toArray()),
                "emptyReason",
                held.isEmpty()
                        ? Elements.concept(
                                Elements.coding(
                                        "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-ListEmptyReasonCode-1",
                                        "no-content-recorded",
                                        "No Content Recorded"),
                                null)
                        : null);
    }

    private static ObjectNode item(ObjectNode held) {
        var reference = Elements.reference(
                held.get("resourceType").asString(), held.get("id").asString());
        return object("item", reference);
    }

    private void add(ObjectNode resource) {
        entries.add(object("resource", resource));
    }
}
