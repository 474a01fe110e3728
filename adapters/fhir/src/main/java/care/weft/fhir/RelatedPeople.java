package care.weft.fhir;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipBuilder;
import care.weft.spi.model.RelationshipKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is to a patient, by a {@code RelatedPerson} or by one {@code Patient.contact}: both state it in the same words.
 *
 * <p>What kinds they are is told by codes alone, those of HL7, UK Core, SNOMED CT and Interweave; a relationship that none of them names is
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

    /** Interweave's support roles. */
    private static final Map<String, RelationshipKind> BY_SUPPORT_ROLE = Map.of(
            "car", RelationshipKind.CARER,
            "ic", RelationshipKind.CARER,
            "mc", RelationshipKind.CARER,
            "cf", RelationshipKind.CARED_FOR,
            "nok", RelationshipKind.NEXT_OF_KIN,
            "ec", RelationshipKind.EMERGENCY_CONTACT,
            "lpa", RelationshipKind.LEGAL_AUTHORITY,
            "as", RelationshipKind.LEGAL_AUTHORITY);

    /** Codes of one letter mean this in version 2's table alone; some partners name it by a value set that includes it. */
    private static final Map<String, RelationshipKind> BY_LETTER =
            Map.of("n", RelationshipKind.NEXT_OF_KIN, "c", RelationshipKind.EMERGENCY_CONTACT);

    private static final List<String> TABLES_OF_LETTERS =
            List.of("/v2-0131", "/v2/0131", "/relatedperson-relationshiptype", "/patient-contactrelationship");

    /** Codes that say that there is a relationship, and not which. */
    private static final Set<String> UNTOLD = Set.of("personal", "notspecified", "dependant", "nondependant", "o", "u");

    private RelatedPeople() {}

    /**
     * What a {@code RelatedPerson} states. One that has ended says so by its {@code until}.
     *
     * @param roles further concepts of what they are to the patient, from an extension
     * @param today tells what is current
     * @return null for one that is no longer in use without having ended: nobody knows since when
     */
    public static @Nullable Relationship relatedPerson(
            Element person, List<Element> roles, RecordSource source, LocalDate today) {
        boolean ended = person.period("period").over(today);
        return Boolean.FALSE.equals(person.bool("active")) && !ended
                ? null
                : relationship(person, roles, source, today);
    }

    /**
     * What a {@code Patient.contact} states.
     *
     * @param today tells which of several names and telephones is current
     */
    public static Relationship contact(Element person, RecordSource source, LocalDate today) {
        return relationship(person, List.of(), source, today);
    }

    private static Relationship relationship(
            Element person, List<Element> roles, RecordSource source, LocalDate today) {
        var relationships = person.each("relationship");
        var concepts = Stream.concat(relationships.stream(), roles.stream()).toList();
        var kinds = EnumSet.noneOf(RelationshipKind.class);
        codings(concepts).map(RelatedPeople::kind).filter(Objects::nonNull).forEach(kinds::add);
        var period = person.at("period");
        return RelationshipBuilder.builder()
                .source(source)
                .kinds(kinds.isEmpty() ? List.of(RelationshipKind.OTHER) : List.copyOf(kinds))
                .relation(Words.either(relation(relationships), relation(roles)))
                .name(Patients.name(person, today))
                .contact(reachedBy(person, today))
                .authority(authority(concepts))
                .from(period.date("start"))
                .until(period.date("end"))
                .build();
    }

    /** What they are to each other, before the partner's words for it, before the part that they have. */
    private static @Nullable Coding relation(List<Element> concepts) {
        var told = concepts.stream()
                .flatMap(concept -> worded(
                        concept, coding -> kind(coding) == null && !UNTOLD.contains(Words.code(coding, "code"))));
        var words = concepts.stream()
                .map(concept -> concept.text("text"))
                .filter(Objects::nonNull)
                .map(Coding::text);
        var parts = concepts.stream().map(Element::coding).filter(Objects::nonNull);
        return Stream.of(told, words, parts)
                .flatMap(Function.identity())
                .findFirst()
                .orElse(null);
    }

    /** Two powers of attorney, one for health and one for property, are told together. */
    private static @Nullable Coding authority(List<Element> concepts) {
        var authorities = concepts.stream()
                .flatMap(concept -> worded(concept, coding -> kind(coding) == RelationshipKind.LEGAL_AUTHORITY))
                .distinct()
                .toList();
        if (authorities.size() < 2) {
            return authorities.isEmpty() ? null : authorities.getFirst();
        }
        return Coding.text(authorities.stream().map(Coding::display).distinct().collect(Collectors.joining("; ")));
    }

    /** Such codings of a concept; where it has one alone, under the concept's own text. */
    private static Stream<Coding> worded(Element concept, Predicate<Element> such) {
        var codings = concept.each("coding");
        return codings.stream()
                .filter(such)
                .map(coding -> codings.size() == 1 ? Words.worded(concept) : coding.coding())
                .filter(Objects::nonNull);
    }

    private static @Nullable Contact reachedBy(Element person, LocalDate today) {
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
    private static Stream<Element> codings(List<Element> concepts) {
        return concepts.stream().flatMap(concept -> concept.each("coding").stream());
    }

    private static @Nullable RelationshipKind kind(Element coding) {
        var code = Words.code(coding, "code");
        var system = Objects.requireNonNullElse(coding.text("system"), "");
        if (system.contains("/Interweave-SocialCareSupportRole")) {
            return BY_SUPPORT_ROLE.get(code);
        }
        return TABLES_OF_LETTERS.stream().anyMatch(system::endsWith) && BY_LETTER.containsKey(code)
                ? BY_LETTER.get(code)
                : BY_CODE.get(code);
    }
}
