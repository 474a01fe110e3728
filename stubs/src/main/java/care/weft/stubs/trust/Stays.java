package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.named;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Elements.ukCoreCoding;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.DateBounds;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Population;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes Encounters of inpatients and of the emergency department. */
final class Stays {

    // What release 5 names plannedEndDate, as release 4 writes it.
    private static final String PLANNED_END =
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-Encounter.plannedEndDate";

    private final Chart chart;

    Stays(Chart chart) {
        this.chart = chart;
    }

    /** Where inpatients lie. */
    enum Ward {
        ACUTE_MEDICINE("Acute medical unit", "326", "Acute Internal Medicine", "Dr Rosalind Achebe"),
        ELDERLY_CARE("Ward 31, elderly care", "430", "Elderly Medicine", "Dr Stephen Lomas"),
        CARDIAC("Ward 3, cardiac", "320", "Cardiology", "Dr Anil Deshpande"),
        ORTHOPAEDIC("Ward F4, orthopaedic", "110", "Trauma and Orthopaedics", "Mr Kwame Boateng"),
        RESPIRATORY("Ward J3, respiratory", "340", "Respiratory Medicine", "Dr Laila Haddad");

        private final String words;
        private final String specialtyCode;
        private final String specialty;
        private final String consultant;

        Ward(String words, String specialtyCode, String specialty, String consultant) {
            this.words = words;
            this.specialtyCode = specialtyCode;
            this.specialty = specialty;
            this.consultant = consultant;
        }
    }

    /** A way out of hospital of the national discharge guidance. */
    enum Pathway {
        HOME("0", "Home without new support"),
        HOME_WITH_SUPPORT("1", "Home with support"),
        BED_FOR_RECOVERY("2", "Bed for recovery");

        private final String code;
        private final String display;

        Pathway(String code, String display) {
            this.code = code;
            this.display = display;
        }
    }

    /**
     * A stay that ended at home.
     *
     * @param admitted a FHIR dateTime, as exact as is recorded
     * @param discharged likewise
     */
    String ended(Ward ward, String admitted, String discharged, String reason) {
        return keep(stay(ward, "finished", admitted, discharged, reason, "1", "19"), admitted, discharged);
    }

    String endedByDeath(Ward ward, String admitted, String died, String reason) {
        return keep(stay(ward, "finished", admitted, died, reason, "4", "79"), admitted, died);
    }

    /** A stay that lasts, of which no more is known than why. */
    String current(Ward ward, String admitted, String reason) {
        return keep(stay(ward, "in-progress", admitted, null, reason, null, null), admitted, null);
    }

    /** A stay that lasts though the person could leave, with what is planned. */
    String readyToLeave(
            Ward ward, String admitted, String reason, LocalDate readySince, LocalDate leaves, Pathway pathway) {
        var stay = stay(ward, "in-progress", admitted, null, reason, null, "19");
        stay.set(
                "extension",
                array(
                        object("url", PLANNED_END, "valueDateTime", leaves.toString()),
                        Local.extension(
                                "DischargeReadyDate",
                                "valueDate",
                                array(readySince.toString()).get(0)),
                        Local.extension(
                                "DischargePathway",
                                "valueCodeableConcept",
                                concept(Local.coding("discharge-pathway", pathway.code, pathway.display), null))));
        return keep(stay, admitted, null);
    }

    /** A visit to the emergency department. */
    void emergency(String arrived, String left, String reason) {
        var classOfContact = hl7Coding("v3-ActCode", "EMER", "emergency");
        var visit = chart.begin("Encounter", day(arrived));
        visit.put("status", "finished");
        visit.set("class", classOfContact);
        visit.set("serviceType", specialty("180", "Emergency Medicine"));
        visit.set("subject", chart.patient());
        visit.set("period", period(arrived, left));
        visit.set("reasonCode", array(concept(null, chart.text(reason))));
        visit.set("location", array(location("Emergency department", arrived, left)));
        visit.set("serviceProvider", organisation(Organisation.TRUST));
        chart.keep(visit, DateBounds.period(arrived, left), Map.of("class", classOfContact));
    }

    private String keep(ObjectNode stay, String admitted, @Nullable String ended) {
        var bounds = ended == null ? DateBounds.since(admitted) : DateBounds.period(admitted, ended);
        return chart.keep(stay, bounds, Map.of("class", inpatient()));
    }

    private ObjectNode stay(
            Ward ward,
            String status,
            String admitted,
            @Nullable String ended,
            String reason,
            @Nullable String dischargeMethod,
            @Nullable String destination) {
        var stay = chart.begin("Encounter", ended == null ? chart.today() : day(ended));
        if (dischargeMethod != null) {
            stay.set("extension", array(ukCoreExtension("DischargeMethod", dischargeMethod(dischargeMethod))));
        }
        stay.put("status", status);
        stay.set("class", inpatient());
        stay.set("serviceType", specialty(ward.specialtyCode, ward.specialty));
        stay.set("subject", chart.patient());
        stay.set("participant", array(object("individual", named("Practitioner", chart.text(ward.consultant)))));
        stay.set("period", period(admitted, ended));
        stay.set("reasonCode", array(concept(null, chart.text(reason))));
        stay.set(
                "hospitalization",
                object(
                        "extension",
                        array(ukCoreExtension("AdmissionMethod", emergencyAdmission())),
                        "dischargeDisposition",
                        destination == null ? null : concept(destination(destination), null)));
        stay.set("location", array(location(ward.words, admitted, ended)));
        stay.set("serviceProvider", organisation(Organisation.TRUST));
        return stay;
    }

    private ObjectNode location(String words, String from, @Nullable String until) {
        return object(
                "location",
                named(chart.text(words)),
                "status",
                until == null ? "active" : "completed",
                "period",
                period(from, until));
    }

    /** The day of an exact date; for one to the month or year, the first that it may be. */
    private static LocalDate day(String date) {
        return LocalDate.ofInstant(DateBounds.of(date).from(), Population.LONDON);
    }

    private static ObjectNode specialty(String code, String display) {
        return concept(ukCoreCoding("PracticeSettingCode", code, display), null);
    }

    private static ObjectNode inpatient() {
        return hl7Coding("v3-ActCode", "IMP", "inpatient encounter");
    }

    private static ObjectNode emergencyAdmission() {
        return ukCoreCoding("AdmissionMethodEngland", "21", "Emergency Admission: Emergency Care Department");
    }

    private static ObjectNode dischargeMethod(String code) {
        var display =
                code.equals("4") ? "Patient died" : "Patient discharged on clinical advice or with clinical consent";
        return ukCoreCoding("DischargeMethodEngland", code, display);
    }

    private static ObjectNode destination(String code) {
        var display = code.equals("79") ? "Not applicable - Patient died" : "Usual place of residence";
        return ukCoreCoding("DischargeDestinationEngland", code, display);
    }
}
