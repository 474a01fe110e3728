package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Elements.coding;
import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Relative;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the contacts of a Patient: whom the trust would call, and who comes first. */
final class Contacts {

    private static final ObjectNode NEXT_OF_KIN = hl7Coding("v2-0131", "N", "Next-of-Kin");
    private static final ObjectNode EMERGENCY_CONTACT = hl7Coding("v2-0131", "C", "Emergency Contact");
    private static final ObjectNode CARER = coding(Elements.SNOMED, "133932002", "Caregiver (person)");

    private final Population population;

    Contacts(Population population) {
        this.population = population;
    }

    /** Null for someone who named nobody. */
    @Nullable
    ArrayNode of(Person person, Chart chart) {
        if (person.equals(population.of(Story.THREE_ASSESSMENTS))) {
            return array(contact(Relative.DAUGHTER, "Daughter", 1, chart, NEXT_OF_KIN, EMERGENCY_CONTACT));
        }
        if (person.equals(population.of(Story.CARER))) {
            var wife = Relative.of(population.of(SpecialPerson.CARED_FOR));
            return array(contact(wife, "Wife", 1, chart, NEXT_OF_KIN));
        }
        if (person.equals(population.of(SpecialPerson.CARED_FOR))) {
            var husband = Relative.of(population.of(Story.CARER));
            return array(contact(husband, "Husband and carer", 1, chart, NEXT_OF_KIN, CARER));
        }
        if (person.equals(population.of(Story.DISCHARGE))) {
            return array(contact(Relative.SON, "Son", 1, chart, NEXT_OF_KIN, EMERGENCY_CONTACT));
        }
        return person.ofTheCrowd() ? ofTheCrowd(person, chart) : null;
    }

    private @Nullable ArrayNode ofTheCrowd(Person person, Chart chart) {
        var relative = Relative.invented(person);
        return switch (person.position() % 12) {
            case 1 -> array(contact(relative, "Sister", 1, chart, NEXT_OF_KIN), organisation(chart));
            case 4 -> array(contact(relative, "Neighbour", 1, chart, EMERGENCY_CONTACT));
            case 7 -> array(contact(relative, "Friend", 1, chart), ended(relative, chart));
            case 10 -> array(contact(relative, "Daughter", 1, chart, NEXT_OF_KIN, EMERGENCY_CONTACT, CARER));
            default -> null;
        };
    }

    /** @param rank 1 for who is to be called first */
    private static ObjectNode contact(
            Relative relative, String relationship, int rank, Chart chart, ObjectNode... parts) {
        var concepts = array();
        for (var part : parts) {
            concepts.add(concept(part.deepCopy(), concepts.isEmpty() ? chart.text(relationship) : null));
        }
        if (concepts.isEmpty()) {
            concepts.add(concept(null, chart.text(relationship)));
        }
        var name = relative.name();
        return object(
                "extension",
                array(
                        ukCoreExtension("ContactRank", "valuePositiveInt", IntNode.valueOf(rank)),
                        ukCoreExtension("CopyCorrespondenceIndicator", "valueBoolean", BooleanNode.FALSE)),
                "relationship",
                concepts,
                "name",
                Elements.humanName(null, chart.text(name.full()), name),
                "telecom",
                array(object("system", "phone", "value", relative.phone(), "use", "mobile")));
    }

    /** One that is an organisation, and nobody there. */
    private static ObjectNode organisation(Chart chart) {
        return object(
                "relationship",
                array(concept(hl7Coding("v2-0131", "O", "Other"), chart.text("Solicitor"))),
                "telecom",
                array(object("system", "phone", "value", "0161 496 0777", "use", "work")),
                "organization",
                Elements.named("Organization", chart.text("Tenterfield Law")));
    }

    private ObjectNode ended(Relative relative, Chart chart) {
        var contact = contact(relative, "Lodger", 2, chart, EMERGENCY_CONTACT);
        contact.set(
                "period", period("2019-05", population.today().minusDays(200).toString()));
        return contact;
    }
}
