package care.weft.council;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.ServiceRequests;
import care.weft.fhir.Systems;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Referrals from Interweave's SocialCareContact, a {@code ServiceRequest}: somebody turned to the council for the person. When
 * it was closed, and what came of it, the profile does not tell.
 */
final class Referrals {

    static final String TYPE = "ServiceRequest";

    private Referrals() {}

    static Mono<PersonReply> read(Asked asked) {
        return asked.read(TYPE, asked.all(TYPE), resource -> map(asked, resource));
    }

    private static Referral map(Asked asked, Resource resource) throws Unreadable {
        var element = resource.element();
        var service = Words.worded(element, "code");
        var reason = Words.worded(element, "reasonCode");
        var title = Words.either(Words.display(service), Words.display(reason));
        return ReferralBuilder.builder()
                .source(asked.source(resource, "subject"))
                .title(Objects.requireNonNullElse(title, "Contact with adult social care"))
                .referralStatus(ServiceRequests.status(element))
                .priority(ServiceRequests.priority(element))
                .requestedOn(requestedOn(element))
                .from(from(resource))
                .to(to(resource))
                .service(service)
                .reason(reason)
                .ubrn(Systems.value(element.each("identifier"), Systems.UBRN))
                .organisation(Interweave.provenance(resource))
                .build();
    }

    /** When the contact was made, which is what the profile means by its occurrence; else when it was written down. */
    private static @Nullable Moment requestedOn(Element element) {
        var made = Words.either(
                element.moment("occurrenceDateTime"),
                element.period("occurrencePeriod").start());
        return Words.either(made, element.moment("authoredOn"));
    }

    /** Who asked; where only a person, or what kind of requester it was, is told, that in its place. */
    private static @Nullable Organisation from(Resource resource) {
        var requester = resource.element().reference("requester");
        var organisation = resource.organisation(requester);
        if (organisation != null) {
            return organisation;
        }
        var person = resource.practitioner(requester);
        if (person != null) {
            return new Organisation(null, person.name());
        }
        var kind = Interweave.extension(resource.element(), "SocialCareRequesterType")
                .value()
                .coding();
        return kind == null ? null : new Organisation(null, kind.display());
    }

    private static @Nullable Organisation to(Resource resource) {
        return resource.element().references("performer").stream()
                .map(resource::organisation)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
