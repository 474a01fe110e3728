package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Elements.ukCoreCoding;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Organisation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes Patients: who the person is, as the council knows it. It knows of no death and marks nobody as restricted. */
final class Patients {

    private final LocalDate today;

    Patients(LocalDate today) {
        this.today = today;
    }

    ObjectNode patient(Registration registration) {
        var person = registration.person();
        var chart = new Chart(registration, today);
        var practice = person.practice();
        return object(
                "resourceType",
                "Patient",
                "id",
                registration.patientId(),
                "meta",
                chart.meta("Patient", today.minusDays(40 + person.position() % 300)),
                "identifier",
                array(nhsNumber(registration), Interweave.localIdentifier("patient", registration.patientId())),
                "active",
                true,
                "name",
                array(name(registration, chart)),
                "telecom",
                array(object("system", "phone", "value", person.phone(), "use", "mobile")),
                "gender",
                person.gender().code(),
                "birthDate",
                person.birthDate().toString(),
                "address",
                addresses(registration, chart),
                "generalPractitioner",
                registration.person().nhsNumber() == null
                        ? null
                        : array(organisation(new Organisation(practice.ods(), practice.name()))),
                "managingOrganization",
                organisation(Organisation.COUNCIL));
    }

    private static @Nullable ObjectNode nhsNumber(Registration registration) {
        var number = registration.nhsNumber();
        return number == null
                ? null
                : object(
                        "extension",
                        verification(registration.verification()),
                        "system",
                        Elements.NHS_NUMBER,
                        "value",
                        number);
    }

    private static @Nullable ArrayNode verification(@Nullable String code) {
        if (code == null) {
            return null;
        }
        var display = code.equals("01") ? "Number present and verified" : "Number present but not traced";
        return array(ukCoreExtension(
                "NHSNumberVerificationStatus", ukCoreCoding("NHSNumberVerificationStatusEngland", code, display)));
    }

    private static ObjectNode name(Registration registration, Chart chart) {
        var name = registration.name();
        return Elements.humanName("usual", chart.text(name.full()), name);
    }

    private static ArrayNode addresses(Registration registration, Chart chart) {
        var address = registration.person().address();
        return array(object(
                "use",
                "home",
                "text",
                chart.text(address.line() + ", " + address.area() + ", Manchester, " + address.postcode()),
                "line",
                array(address.line(), address.area()),
                "city",
                "Manchester",
                "postalCode",
                address.postcode()));
    }
}
