package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import tools.jackson.databind.node.ObjectNode;

/** Writes the patient, the practice and the other organisations, with CareConnect's profiles. */
final class People {

    private People() {}

    static String practiceId(Surgery surgery) {
        return GpChart.stableId("organisation/" + surgery.ods());
    }

    static String organisationId(Organisation organisation) {
        return GpChart.stableId("organisation/" + organisation.ods());
    }

    static ObjectNode patient(Person person, Surgery surgery, String id) {
        var name = person.name();
        var address = person.address();
        return object(
                "resourceType",
                "Patient",
                "id",
                id,
                "meta",
                GpChart.meta(GpChart.CARE_CONNECT + "Patient-1"),
                "extension",
                array(registration(person), communication(person)),
                "identifier",
                array(object(
                        "extension",
                        array(object(
                                "url",
                                GpChart.EXTENSION + "CareConnect-GPC-NHSNumberVerificationStatus-1",
                                "valueCodeableConcept",
                                Elements.concept(
                                        Elements.coding(
                                                "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-NHSNumberVerificationStatus-1",
                                                "01",
                                                "Number present and verified"),
                                        null))),
                        "system",
                        Elements.NHS_NUMBER,
                        "value",
                        person.nhsNumber())),
                "active",
                true,
                "name",
                array(Elements.humanName("official", person.marked(name.full()), name)),
                "telecom",
                array(object("system", "phone", "value", person.phone(), "use", "mobile")),
                "gender",
                person.gender().code(),
                "birthDate",
                person.birthDate().toString(),
                "address",
                array(object(
                        "use",
                        "home",
                        "type",
                        "physical",
                        "line",
                        array(address.line(), address.area()),
                        "city",
                        "Manchester",
                        "postalCode",
                        address.postcode())),
                "generalPractitioner",
                array(
                        object(
                                "reference",
                                "Organization/" + practiceId(surgery),
                                "identifier",
                                object("system", Elements.ODS_CODE, "value", surgery.ods()),
                                "display",
                                surgery.practice().name()),
                        Elements.reference("Practitioner", Staff.GP.id(surgery))),
                "managingOrganization",
                Elements.reference("Organization", practiceId(surgery)));
    }

    private static ObjectNode registration(Person person) {
        var period = object(
                "url",
                "registrationPeriod",
                "valuePeriod",
                object("start", person.birthDate().plusYears(5).toString() + "T00:00:00+00:00"));
        return object("url", GpChart.EXTENSION + "CareConnect-GPC-RegistrationDetails-1", "extension", array(period));
    }

    private static ObjectNode communication(Person person) {
        var language = person.language();
        var spoken = object(
                "url",
                "language",
                "valueCodeableConcept",
                Elements.concept(
                        Elements.coding(
                                "https://fhir.nhs.uk/STU3/CodeSystem/CareConnect-HumanLanguage-1",
                                language.code(),
                                language.display()),
                        null));
        return object(
                "url",
                GpChart.EXTENSION + "CareConnect-GPC-NHSCommunication-1",
                "extension",
                array(spoken, object("url", "interpreterRequired", "valueBoolean", language.interpreterNeeded())));
    }

    /** @param id what it is known by in the answer that it stands in */
    static ObjectNode practice(Surgery surgery, String id) {
        var practice = surgery.practice();
        // 0161 496 0000 to 0999 are kept for drama.
        var phone = "0161 496 0%03d".formatted(surgery.number() % 1000);
        return organisation(id, practice.ods(), practice.name())
                .set("telecom", array(object("system", "phone", "value", phone, "use", "work")));
    }

    static ObjectNode organisation(Organisation organisation) {
        return organisation(organisationId(organisation), organisation.ods(), organisation.name());
    }

    private static ObjectNode organisation(String id, String ods, String name) {
        return object(
                "resourceType",
                "Organization",
                "id",
                id,
                "meta",
                GpChart.meta(GpChart.CARE_CONNECT + "Organization-1"),
                "identifier",
                array(object("system", Elements.ODS_CODE, "value", ods)),
                "name",
                name);
    }

    /** @param id what it is known by in the answer that it stands in */
    static ObjectNode location(Surgery surgery, String id) {
        return object(
                "resourceType",
                "Location",
                "id",
                id,
                "meta",
                GpChart.meta(GpChart.CARE_CONNECT + "Location-1"),
                "status",
                "active",
                "name",
                surgery.practice().name());
    }
}
