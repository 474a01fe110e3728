package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.ukCoreCoding;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Times;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes Patients: who the person is, as the trust knows it. */
final class Patients {

    private final Population population;
    private final Contacts contacts;

    Patients(Population population) {
        this.population = population;
        contacts = new Contacts(population);
    }

    ObjectNode patient(Registration registration) {
        var person = registration.person();
        var chart = new Chart(person, registration.patientId(), population.today());
        // Restricted people's whereabouts are not given, nor what tells them.
        boolean reachable = !person.restricted();
        return object(
                "resourceType",
                "Patient",
                "id",
                registration.patientId(),
                "meta",
                chart.meta("Patient", population.today().minusDays(30 + person.position() % 200)),
                "extension",
                array(ethnicCategory(person), contactPreference(), interpreter(person)),
                "identifier",
                identifiers(registration),
                "active",
                true,
                "name",
                array(name(person, chart)),
                "telecom",
                reachable ? telecoms(person) : null,
                "gender",
                person.gender().code(),
                "birthDate",
                birthDate(person),
                "deceasedDateTime",
                person.diedOn() == null ? null : Times.text(person.diedOn(), 4, 20),
                "address",
                reachable ? array(address(person, chart)) : null,
                "contact",
                contacts.of(person, chart),
                "communication",
                array(communication(person)),
                "generalPractitioner",
                reachable && person.nhsNumber() != null ? array(practice(person)) : null,
                "managingOrganization",
                organisation(Organisation.TRUST));
    }

    private static ArrayNode identifiers(Registration registration) {
        var person = registration.person();
        var hospitalNumber =
                object("use", "usual", "system", Local.HOSPITAL_NUMBER, "value", registration.hospitalNumber());
        var former = person.formerNhsNumber();
        var formerNumber = former == null ? null : object("use", "old", "system", Elements.NHS_NUMBER, "value", former);
        return array(nhsNumber(person), formerNumber, hospitalNumber);
    }

    /** Someone without a number still has what became of tracing it. */
    private static ObjectNode nhsNumber(Person person) {
        var number = person.nhsNumber();
        var status = number == null
                ? verification("04", "Trace attempted - No match or multiple match found")
                : person.ofTheCrowd() && person.position() % 10 == 3
                        ? verification("02", "Number present but not traced")
                        : verification("01", "Number present and verified");
        return object(
                "extension",
                array(status),
                "use",
                number == null ? null : "official",
                "system",
                Elements.NHS_NUMBER,
                "value",
                number);
    }

    private static ObjectNode verification(String code, String display) {
        return ukCoreExtension(
                "NHSNumberVerificationStatus", ukCoreCoding("NHSNumberVerificationStatusEngland", code, display));
    }

    private static String birthDate(Person person) {
        return person.key().equals(Story.CONFLICTING_BIRTH_DATE.id())
                ? "1975-02-04"
                : person.birthDate().toString();
    }

    private static ObjectNode name(Person person, Chart chart) {
        var name = person.name();
        return Elements.humanName("official", chart.text(name.full()), name);
    }

    private static ArrayNode telecoms(Person person) {
        return array(
                object("system", "phone", "value", person.phone(), "use", "mobile"),
                object("system", "email", "value", person.canary() + "@example.org", "use", "home"));
    }

    private static ObjectNode address(Person person, Chart chart) {
        var address = person.address();
        return object(
                "use",
                "home",
                "text",
                chart.text(address.line() + ", " + address.area() + ", Manchester, " + address.postcode()),
                "line",
                array(address.line(), address.area()),
                "city",
                "Manchester",
                "postalCode",
                address.postcode());
    }

    private static ObjectNode communication(Person person) {
        var language = person.language();
        return object(
                "language",
                concept(ukCoreCoding("HumanLanguage", language.code(), language.display()), null),
                "preferred",
                true);
    }

    private static ObjectNode practice(Person person) {
        return organisation(
                new Organisation(person.practice().ods(), person.practice().name()));
    }

    private static ObjectNode ethnicCategory(Person person) {
        var ethnicity = person.ethnicity();
        return ukCoreExtension(
                "EthnicCategory", ukCoreCoding("EthnicCategoryEngland", ethnicity.code(), ethnicity.display()));
    }

    private static ObjectNode contactPreference() {
        var method = object(
                "url",
                "PreferredContactMethod",
                "valueCodeableConcept",
                concept(ukCoreCoding("PreferredContactMethod", "3", "Telephone"), null));
        return ukCoreExtension("ContactPreference", "extension", array(method));
    }

    private static @Nullable ObjectNode interpreter(Person person) {
        return person.language().interpreterNeeded()
                ? object(
                        "url",
                        "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired",
                        "valueBoolean",
                        true)
                : null;
    }
}
