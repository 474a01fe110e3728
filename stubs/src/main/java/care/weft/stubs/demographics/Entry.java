package care.weft.stubs.demographics;

import static care.weft.stubs.fhir.Elements.coding;
import static care.weft.stubs.fhir.Elements.concept;
import static care.weft.stubs.fhir.Elements.hl7Coding;
import static care.weft.stubs.fhir.Elements.period;
import static care.weft.stubs.fhir.Elements.ukCoreCoding;
import static care.weft.stubs.fhir.Elements.ukCoreExtension;
import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the register holds of one person, written as it is published.
 *
 * <p>Of restricted people it gives no address, telephone, practice or pharmacy, for these tell where they are, and nobody who is
 * related to them.
 */
record Entry(Person person, Population population) {

    private static final String NHS_NUMBER = Elements.NHS_NUMBER;

    int version() {
        return 1 + person.position() % 7;
    }

    ObjectNode patient() {
        boolean reachable = !person.restricted();
        var whereabouts = new Whereabouts(this);
        return object(
                "resourceType",
                "Patient",
                "id",
                number(),
                "identifier",
                array(identifier()),
                "meta",
                object("versionId", String.valueOf(version()), "security", array(confidentiality())),
                "name",
                names(),
                "gender",
                person.gender().code(),
                "birthDate",
                person.birthDate().toString(),
                "deceasedDateTime",
                diedOn() == null ? null : midnight(diedOn()),
                "generalPractitioner",
                reachable ? array(whereabouts.practice()) : null,
                "extension",
                array(
                        reachable ? whereabouts.pharmacy() : null,
                        diedOn() == null ? null : deathNotice(diedOn()),
                        communication(),
                        contactPreference()),
                "telecom",
                reachable ? whereabouts.telecoms() : null,
                "address",
                reachable ? whereabouts.addresses() : null);
    }

    /** The people related to this one. */
    ObjectNode related(String baseUrl, Instant now) {
        var entries = array();
        if (!person.restricted()) {
            for (var related : Related.to(person, population)) {
                var url = baseUrl + "/Patient/" + number() + "/RelatedPerson/" + related.id();
                entries.add(object("fullUrl", url, "resource", related.resource(number())));
            }
        }
        return object(
                "resourceType",
                "Bundle",
                "type",
                "searchset",
                "timestamp",
                now.toString(),
                "total",
                entries.size(),
                "entry",
                entries.isEmpty() ? null : entries);
    }

    /** A part of a record has an id of its own, in hexadecimal. */
    static String partId(Person person, String part) {
        var name = "demographics/" + person.position() + "/" + part;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8)
                .toUpperCase(Locale.ROOT);
    }

    private String number() {
        return String.valueOf(person.nhsNumber());
    }

    private ObjectNode identifier() {
        var verified = ukCoreCoding("NHSNumberVerificationStatus", "01", "Number present and verified");
        return object(
                "system",
                NHS_NUMBER,
                "value",
                number(),
                "extension",
                array(ukCoreExtension("NHSNumberVerificationStatus", verified)));
    }

    private ObjectNode confidentiality() {
        return person.restricted()
                ? hl7Coding("v3-Confidentiality", "R", "restricted")
                : hl7Coding("v3-Confidentiality", "U", "unrestricted");
    }

    /** Some have a name that they no longer use beside the one in use. */
    private ArrayNode names() {
        var name = person.name();
        var since = person.birthDate().plusYears(one(5) ? 25 : 0);
        var inUse = name("usual", name.prefix(), name.given(), name.family(), since, null);
        var before = one(5)
                ? name("old", null, name.given(), name.family() + "-Ashworth", person.birthDate(), since.minusDays(1))
                : null;
        return before == null ? array(inUse) : array(before, inUse);
    }

    private ObjectNode name(
            String use, @Nullable String prefix, String given, String family, LocalDate from, @Nullable LocalDate to) {
        return object(
                "id",
                partId(person, "name/" + use),
                "use",
                use,
                "period",
                period(from.toString(), to == null ? null : to.toString()),
                "given",
                array(given),
                "family",
                family,
                "prefix",
                prefix == null ? null : array(prefix));
    }

    private ObjectNode communication() {
        var language = person.language();
        return ukCoreExtension(
                "NHSCommunication",
                "extension",
                array(
                        object(
                                "url",
                                "language",
                                "valueCodeableConcept",
                                concept(ukCoreCoding("HumanLanguage", language.code(), language.display()), null)),
                        object("url", "interpreterRequired", "valueBoolean", language.interpreterNeeded())));
    }

    private ObjectNode contactPreference() {
        return ukCoreExtension(
                "ContactPreference",
                "extension",
                array(
                        object(
                                "url",
                                "PreferredContactMethod",
                                "valueCodeableConcept",
                                concept(ukCoreCoding("PreferredContactMethod", "2", "Telephone"), null)),
                        object("url", "PreferredContactTimes", "valueString", person.marked("Not after 7pm"))));
    }

    /** Of some of the crowd the register has been told that they died; of nobody's story. */
    private @Nullable LocalDate diedOn() {
        return person.ofTheCrowd() && person.position() % 89 == 37
                ? population.today().minusDays(20)
                : null;
    }

    private static ObjectNode deathNotice(LocalDate on) {
        return ukCoreExtension(
                "DeathNotificationStatus",
                "extension",
                array(
                        object(
                                "url",
                                "deathNotificationStatus",
                                "valueCodeableConcept",
                                concept(
                                        coding(
                                                "https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus",
                                                "2",
                                                "Formal - death notice received from Registrar of Deaths"),
                                        null)),
                        object("url", "systemEffectiveDate", "valueDateTime", midnight(on.plusDays(3)))));
    }

    /** A day so long ago, more or less, though none before their birth. */
    String since(int days) {
        var day = population.today().minusDays(days + person.position() % 97);
        return (day.isBefore(person.birthDate()) ? person.birthDate() : day).toString();
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00+00:00";
    }

    /** One in so many of the crowd. */
    boolean one(int in) {
        return person.ofTheCrowd() && person.position() % in == 0;
    }
}
