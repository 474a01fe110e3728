package care.weft.council;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.RelatedPeople;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Relationship;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Relationships from {@code RelatedPerson}s, with Interweave's support roles. */
final class Relationships {

    static final String TYPE = "RelatedPerson";

    private Relationships() {}

    static Mono<PersonReply> read(Asked asked) {
        return asked.read(TYPE, asked.all(TYPE), resource -> map(asked, resource));
    }

    private static @Nullable Relationship map(Asked asked, Resource resource) throws Unreadable {
        var element = resource.element();
        return RelatedPeople.relatedPerson(
                element, roles(element, asked.today()), asked.source(resource, "patient"), asked.today());
    }

    /** The roles that somebody has, or will have, without those that are over. */
    private static List<Element> roles(Element element, LocalDate today) {
        return Interweave.extensions(element, "SocialCareSupportRole")
                .filter(role -> !role.extension("supportRolePeriod")
                        .period("valuePeriod")
                        .over(today))
                .map(role -> role.extension("supportRoleType").value())
                .toList();
    }
}
