package care.weft.fhir;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipBuilder;
import care.weft.spi.model.RelationshipKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a patient, by a {@code RelatedPerson} or by one {@code Patient.contact}: both state it in the same words.
 *
 * <p>What kinds they are is told by codes alone, those of HL7, UK Core and SNOMED CT; a relationship that none of them names is
 * of the kind {@code OTHER}, whatever its words say.
 */
public final class RelatedPeople {

    private static final Map<String, RelationshipKind> BY_CODE = Map.ofEntries(
            Map.entry("nok", RelationshipKind.NEXT_OF_KIN),
            Map.entry("econ", RelationshipKind.EMERGENCY_CONTACT),
            Map.entry("emc", RelationshipKind.EMERGENCY_CONTACT),
            Map.entry("carer", RelationshipKind.CARER),
            Map.entry("caregiver", RelationshipKind.CARER),
            Map.entry("cgv", RelationshipKind.CARER),
            Map.entry("133932002", RelationshipKind.CARER),
            Map.entry("guardian", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("guard", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("grd", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("58626002", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("powatt", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("dpowatt", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("hpowatt", RelationshipKind.LEGAL_AUTHORITY),
            Map.entry("spowatt", RelationshipKind.LEGAL_AUTHORITY));

    /** Codes of one letter mean this in version 2's table alone; some partners name it by a value set that includes it. */
    private static final Map<String, RelationshipKind> BY_LETTER =
            Map.of("n", RelationshipKind.NEXT_OF_KIN, "c", RelationshipKind.EMERGENCY_CONTACT);

    private static final List<String> TABLES_OF_LETTERS =
            List.of("/v2-0131", "/v2/0131", "/relatedperson-relationshiptype", "/patient-contactrelationship");

    /** Codes that say that there is a relationship, and not which. */
    private static final Set<String> UNTOLD = Set.of("personal", "notspecified", "dependant", "nondependant", "o", "u");

    private RelatedPeople() {}

    /**
     * What a {@code RelatedPerson} or {@code Patient.contact} states.
     *
     * @param today tells which of several names and telephones is current
     */
    public static Relationship relationship(Element person, RecordSource source, LocalDate today) {
        var kinds = EnumSet.noneOf(RelationshipKind.class);
        Coding authority = null;
        for (var coding : codings(person)) {
            var kind = kind(coding);
            if (kind != null) {
                kinds.add(kind);
            }
            if (kind == RelationshipKind.LEGAL_AUTHORITY && authority == null) {
                authority = coding.coding();
            }
        }
        var period = person.at("period");
        return RelationshipBuilder.builder()
                .source(source)
                .kinds(kinds.isEmpty() ? List.of(RelationshipKind.OTHER) : List.copyOf(kinds))
                .relation(relation(person))
                .name(Patients.name(person, today))
                .contact(contact(person, today))
                .authority(authority)
                .from(period.date("start"))
                .until(period.date("end"))
                .build();
    }

    /** What they are to each other, before the partner's words for it, before the part that they have. */
    private static @Nullable Coding relation(Element person) {
        var relations = new ArrayList<Coding>();
        codings(person).stream()
                .filter(coding -> kind(coding) == null && !UNTOLD.contains(code(coding)))
                .map(Element::coding)
                .forEach(relations::add);
        person.each("relationship").stream()
                .map(concept -> concept.text("text"))
                .forEach(words -> relations.add(words == null ? null : Coding.text(words)));
        relations.add(person.coding("relationship"));
        return relations.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Contact contact(Element person, LocalDate today) {
        var phone = reachedBy(person, "phone", today);
        var mobile = phone == null ? reachedBy(person, "sms", today) : phone;
        var email = reachedBy(person, "email", today);
        var hours = person.ukExtension("UKCore-ContactPreference")
                .extension("PreferredContactTimes")
                .value()
                .text();
        return mobile == null && email == null ? null : new Contact(mobile, email, hours);
    }

    private static @Nullable String reachedBy(Element person, String system, LocalDate today) {
        return person.each("telecom").stream()
                .filter(telecom -> system.equals(telecom.text("system")))
                .filter(telecom -> !"old".equals(telecom.text("use")))
                .filter(telecom -> telecom.period("period").includes(today))
                .map(telecom -> telecom.text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** All codings of all concepts: partners put several things into one concept. */
    private static List<Element> codings(Element person) {
        return person.each("relationship").stream()
                .flatMap(concept -> concept.each("coding").stream())
                .toList();
    }

    private static @Nullable RelationshipKind kind(Element coding) {
        var code = code(coding);
        var system = Objects.requireNonNullElse(coding.text("system"), "");
        return TABLES_OF_LETTERS.stream().anyMatch(system::endsWith) && BY_LETTER.containsKey(code)
                ? BY_LETTER.get(code)
                : BY_CODE.get(code);
    }

    private static String code(Element coding) {
        return Objects.requireNonNullElse(coding.text("code"), "").toLowerCase(Locale.ROOT);
    }
}
