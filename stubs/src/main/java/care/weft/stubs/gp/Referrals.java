package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Organisation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes the referrals that a practice made for one patient. What became of them a practice does not record. */
final class Referrals {

    private final GpChart chart;

    Referrals(GpChart chart) {
        this.chart = chart;
    }

    /** Where people are sent. */
    enum Service {
        FALLS("FALLS", "Referral to falls clinic", Organisation.TRUST),
        PODIATRY("POD", "Referral to podiatry service", Organisation.TRUST),
        PHYSIOTHERAPY("PHYS", "Referral to physiotherapist", Organisation.TRUST),
        OCCUPATIONAL_THERAPY("OT", "Referral to community occupational therapy", Organisation.TRUST),
        CARDIOLOGY("CARD", "Referral to cardiology service", Organisation.TRUST),
        EYE("EYE", "Referral to eye clinic", Organisation.TRUST),
        MEMORY("MEM", "Referral to memory service", Organisation.MENTAL_HEALTH),
        TALKING_THERAPY("IAPT", "Referral to talking therapy", Organisation.MENTAL_HEALTH),
        SOCIAL_CARE("ASC", "Referral to adult social care", Organisation.COUNCIL),
        SOCIAL_PRESCRIBING("SP", "Referral to social prescribing", Organisation.VOLUNTARY);

        private final String code;
        private final String words;

        @SuppressWarnings("ImmutableEnumChecker") // a record of two strings
        private final Organisation to;

        Service(String code, String words, Organisation to) {
            this.code = code;
            this.words = words;
            this.to = to;
        }
    }

    void add(Service service, LocalDate day, String priority, String reason) {
        add(service, day, priority, reason, "unknown", "https://fhir.nhs.uk/Id/UBRN");
    }

    /** @param ubrnSystem the one of the two names that the booking reference number goes by; null for one without a number */
    void add(
            Service service,
            LocalDate day,
            String priority,
            String reason,
            String status,
            @Nullable String ubrnSystem) {
        var referral = chart.begin("ReferralRequest", GpChart.CARE_CONNECT + "ReferralRequest-1");
        var coding = Elements.coding(GpChart.LOCAL + "CodeSystem/referral", service.code, service.words);
        referral.set("identifier", array(GpChart.ownIdentifier(referral), ubrn(referral, ubrnSystem)))
                .put("status", status)
                .put("intent", "order")
                .put("priority", priority)
                .set("subject", chart.patient())
                .put("authoredOn", GpChart.text(GpChart.at(day, 10, 30)))
                .set(
                        "requester",
                        object(
                                "agent",
                                Elements.reference("Practitioner", Staff.GP.id(chart.surgery())),
                                "onBehalfOf",
                                chart.practice()))
                .set("recipient", array(Elements.reference("Organization", People.organisationId(service.to))))
                .set("reasonCode", array(Elements.concept(coding, null)))
                .put("description", chart.text(reason))
                .set("note", array(object("text", chart.text("Sent electronically"))));
        chart.keepReferral(day, referral);
    }

    private static @Nullable ObjectNode ubrn(ObjectNode referral, @Nullable String system) {
        if (system == null) {
            return null;
        }
        long number = Math.floorMod(referral.get("id").asString().hashCode(), 1_000_000_000L);
        return object("system", system, "value", "%012d".formatted(number));
    }
}
