package care.weft.council;

import care.weft.fhir.Element;
import care.weft.fhir.Patients;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipBuilder;
import care.weft.spi.model.RelationshipKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Relationships from {@code RelatedPerson}s, with Interweave's support roles. What they are to the person is told by codes alone:
 * words that name a role may as well deny it. A record that is no longer in use is left out.
 */
final class Relationships {

    static final String TYPE = "RelatedPerson";

    private Relationships() {}

    static Mono<PersonReply> read(Asked asked) {
        return asked.all(TYPE, resource -> map(asked, resource));
    }

    private static @Nullable Relationship map(Asked asked, Resource resource) throws Unreadable {
        var element = resource.element();
        if (Boolean.FALSE.equals(element.bool("active"))) {
            return null;
        }
        var concepts = Stream.concat(element.each("relationship").stream(), roles(element, asked.today()))
                .toList();
        var kinds = concepts.stream()
                .flatMap(SupportRoles::kinds)
                .distinct()
                .sorted()
                .toList();
        var period = element.at("period");
        return RelationshipBuilder.builder()
                .source(asked.source(resource, "patient"))
                .kinds(kinds.isEmpty() ? List.of(RelationshipKind.OTHER) : kinds)
                .relation(concepts.stream()
                        .map(Words::worded)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
                .name(Patients.name(element, asked.today()))
                .contact(contact(element, asked.today()))
                .authority(authority(concepts))
                .from(period.date("start"))
                .until(period.date("end"))
                .build();
    }

    /** The roles that somebody has, or will have, without those that are over. */
    private static Stream<Element> roles(Element element, LocalDate today) {
        return Interweave.extensions(element, "SocialCareSupportRole")
                .filter(role -> !role.extension("supportRolePeriod")
                        .period("valuePeriod")
                        .over(today))
                .map(role -> role.extension("supportRoleType").value());
    }

    /** Two powers of attorney, one for health and one for property, are told together. */
    private static @Nullable Coding authority(List<Element> concepts) {
        var authorities = concepts.stream()
                .filter(concept -> SupportRoles.kinds(concept).anyMatch(RelationshipKind.LEGAL_AUTHORITY::equals))
                .map(Words::worded)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (authorities.size() < 2) {
            return authorities.isEmpty() ? null : authorities.getFirst();
        }
        return Coding.text(authorities.stream().map(Coding::display).distinct().collect(Collectors.joining("; ")));
    }

    private static @Nullable Contact contact(Element element, LocalDate today) {
        var phone = reachedBy(element, "phone", today);
        var email = reachedBy(element, "email", today);
        return phone == null && email == null ? null : new Contact(phone, email, null);
    }

    private static @Nullable String reachedBy(Element element, String system, LocalDate today) {
        return element.each("telecom").stream()
                .filter(telecom -> system.equals(telecom.text("system")) && !"old".equals(telecom.text("use")))
                .filter(telecom -> telecom.period("period").includes(today))
                .map(telecom -> telecom.text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
