package care.weft.stubs.demographics;

import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.NhsNumbers;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Relative;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody related to a person, as the register publishes it: with a name and how to reach them, or, for one who is in the
 * register too, by number alone. That number then stands in {@code patient}, where the patient's own is due.
 *
 * @param to whose record it is
 * @param relative null for one who is known by number alone
 * @param codings what they are to the person, each in a coding of one concept
 * @param active whether the register counts on it
 * @param ended null while it lasts
 */
record Related(
        Person to,
        String id,
        @Nullable Relative relative,
        List<ObjectNode> codings,
        boolean active,
        LocalDate since,
        @Nullable LocalDate ended) {

    private static final ObjectNode NEXT_OF_KIN = hl7Coding("v2-0131", "N", "Next-of-Kin");
    private static final ObjectNode EMERGENCY_CONTACT = hl7Coding("v2-0131", "C", "Emergency Contact");
    private static final ObjectNode PERSONAL = role("Personal", "Personal relationship with the patient");
    private static final ObjectNode CARER = role("Carer", "Carer of patient");
    private static final ObjectNode GUARDIAN = role("Guardian", "Guardian of patient");
    private static final ObjectNode PROXY = role("ProxyContact", "Proxy Contact for patient");
    private static final ObjectNode DAUGHTER = family("DAUC", "daughter");
    private static final ObjectNode SON = family("SONC", "son");
    private static final ObjectNode MOTHER = family("MTH", "mother");
    private static final ObjectNode HUSBAND = family("HUSB", "husband");
    private static final ObjectNode SISTER = family("SIS", "sister");

    /** Everybody related to a person; to most, nobody is recorded. */
    static List<Related> to(Person person, Population population) {
        var since = population.today().minusDays(600 + person.position() % 300);
        if (person.equals(population.of(Story.THREE_ASSESSMENTS))) {
            return List.of(one(person, since, Relative.DAUGHTER, DAUGHTER, PERSONAL, NEXT_OF_KIN, EMERGENCY_CONTACT));
        }
        if (person.equals(population.of(Story.DISCHARGE))) {
            return List.of(one(person, since, Relative.SON, SON, PERSONAL, NEXT_OF_KIN));
        }
        if (person.equals(population.of(SpecialPerson.CARED_FOR))) {
            var husband = Relative.of(population.of(Story.CARER));
            return List.of(one(person, since, husband, HUSBAND, PERSONAL, CARER, NEXT_OF_KIN));
        }
        if (person.equals(population.of(SpecialPerson.CHILD))) {
            return List.of(one(person, since, Relative.MOTHER, MOTHER, GUARDIAN, EMERGENCY_CONTACT));
        }
        return person.ofTheCrowd() ? ofTheCrowd(person, since, population.today()) : List.of();
    }

    private static List<Related> ofTheCrowd(Person person, LocalDate since, LocalDate today) {
        var relative = Relative.invented(person);
        return switch (person.position() % 18) {
            case 0 ->
                List.of(one(person, since, relative, DAUGHTER, PERSONAL, CARER, NEXT_OF_KIN), linked(person, since));
            case 3 -> List.of(one(person, since, relative, SISTER, PERSONAL, NEXT_OF_KIN));
            case 6 -> List.of(linked(person, since));
            case 9 -> List.of(one(person, since, relative, PROXY).until(today.minusDays(30)));
            case 12 -> List.of(one(person, since, relative, SISTER, CARER).inactive());
            case 15 -> List.of(one(person, since, relative, EMERGENCY_CONTACT));
            default -> List.of();
        };
    }

    private static Related one(Person to, LocalDate since, Relative relative, ObjectNode... codings) {
        return new Related(to, Entry.partId(to, "related/1"), relative, List.of(codings), true, since, null);
    }

    private static Related linked(Person to, LocalDate since) {
        var codings = List.of(family("SPS", "spouse"), PERSONAL, NEXT_OF_KIN);
        return new Related(to, Entry.partId(to, "related/2"), null, codings, true, since, null);
    }

    private Related until(LocalDate end) {
        return new Related(to, id, relative, codings, active, since, end);
    }

    private Related inactive() {
        return new Related(to, id, relative, codings, false, since, ended);
    }

    /** @param patient the number of the person whose record it is */
    ObjectNode resource(String patient) {
        var stated = relative == null ? NhsNumbers.ofSomebodyElse(to) : patient;
        return object(
                "resourceType",
                "RelatedPerson",
                "id",
                id,
                "patient",
                object("identifier", object("system", Elements.NHS_NUMBER, "value", stated)),
                "active",
                active,
                "period",
                lasting(),
                "name",
                relative == null ? null : array(name(relative)),
                "relationship",
                array(object("coding", codingsAsArray())),
                "extension",
                relative == null ? null : extensions(),
                "telecom",
                relative == null ? null : array(telephone(relative)));
    }

    private ObjectNode name(Relative relative) {
        var name = relative.name();
        return object(
                "use",
                "usual",
                "period",
                lasting(),
                "given",
                array(name.given()),
                "family",
                name.family(),
                "prefix",
                array(name.prefix()));
    }

    private ObjectNode telephone(Relative relative) {
        return object("period", lasting(), "system", "phone", "value", relative.phone(), "use", "mobile");
    }

    private ArrayNode extensions() {
        return array(
                ukCoreExtension("CopyCorrespondenceIndicator", "valueBoolean", BooleanNode.TRUE),
                ukCoreExtension("ContactRank", "valuePositiveInt", IntNode.valueOf(1)),
                ukCoreExtension(
                        "ContactPreference",
                        "extension",
                        array(object("url", "PreferredContactTimes", "valueString", to.marked("Evenings only")))));
    }

    private ObjectNode lasting() {
        return period(since.toString(), ended == null ? null : ended.toString());
    }

    private ArrayNode codingsAsArray() {
        var all = array();
        codings.forEach(coding -> all.add(coding.deepCopy()));
        return all;
    }

    private static ObjectNode role(String code, String display) {
        return Elements.coding("https://fhir.hl7.org.uk/CodeSystem/UKCore-AdditionalRelatedPersonRole", code, display);
    }

    private static ObjectNode family(String code, String display) {
        return hl7Coding("v3-RoleCode", code, display);
    }
}
