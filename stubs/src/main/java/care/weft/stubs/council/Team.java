package care.weft.stubs.council;

import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.organisation;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A team of the council. */
record Team(String name) {

    static final Team OCCUPATIONAL_THERAPY = new Team("Community occupational therapy and equipment team");
    static final Team CARERS = new Team("Carers' support team");
    static final Team HOSPITAL = new Team("Hospital discharge social work team");
    static final Team REABLEMENT = new Team("Manchester reablement service");
    static final Team COMMUNITY_ALARM = new Team("Community alarm service");

    /** The social workers of the part of the city in which a person lives. */
    static Team socialWork(Person person) {
        return new Team(person.address().area() + " adult social work team");
    }

    /** The team as an organisation within the council, to be contained. */
    ObjectNode organizationalTeam(String id, Chart chart) {
        return object(
                "resourceType",
                "Organization",
                "id",
                id,
                "active",
                true,
                "type",
                array(concept(hl7Coding("organization-type", "team", "Organizational team"), null)),
                "name",
                chart.text(name),
                "telecom",
                telecom(),
                "partOf",
                organisation(Organisation.COUNCIL));
    }

    ArrayNode telecom() {
        return array(object("system", "phone", "value", telephone(name), "use", "work"));
    }

    /** The same for the same name, from the range of Manchester that the regulator keeps for drama. */
    static String telephone(String name) {
        return "0161 496 0%03d".formatted(Math.floorMod(name.hashCode(), 1000));
    }
}
