package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.Element;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.ServiceRequests;
import care.weft.fhir.Systems;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.ReferralStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * STU3 {@code ReferralRequest}s: that a practice sent somebody somewhere. What became of it practices do not record, and mostly
 * say so: the usual status is {@code unknown}.
 */
final class Referrals {

    private Referrals() {}

    static Mono<PersonReply> read(Asked asked) {
        return StructuredRecords.read(
                asked, StructuredRecords.Area.REFERRALS, bundle -> resource -> map(asked, bundle, resource));
    }

    private static Referral map(Asked asked, Bundle bundle, Resource resource) throws Unreadable {
        var element = resource.element();
        var reasons = element.each("reasonCode").stream()
                .map(Element::coding)
                .filter(Objects::nonNull)
                .toList();
        var requested = Words.firstCoding(element, "serviceRequested", "specialty");
        // Practices code in the first reason what the referral is: "Referral to physiotherapist".
        var service = requested != null || reasons.isEmpty() ? requested : reasons.getFirst();
        var description = element.text("description");
        return ReferralBuilder.builder()
                .source(resource.source(resource.owner("subject"), null))
                .title(Words.firstOf("Referral", Words.display(service), description))
                .referralStatus(status(element))
                .priority(ServiceRequests.priority(element))
                .requestedOn(element.moment("authoredOn"))
                .from(from(asked, bundle, resource))
                .to(to(resource))
                .service(service)
                .reason(reason(reasons, service, description))
                .ubrn(Systems.value(element.each("identifier"), Systems.UBRN))
                .build();
    }

    /** Why: a reason that does not name the service already, else the description. */
    private static @Nullable Coding reason(
            List<Coding> reasons, @Nullable Coding service, @Nullable String description) {
        return reasons.stream()
                .filter(reason -> !reason.equals(service))
                .findFirst()
                .orElse(description == null ? null : Coding.text(description));
    }

    private static ReferralStatus status(Element element) {
        return switch (Words.code(element, "status")) {
            case "draft" -> ReferralStatus.DRAFT;
            case "active" -> ReferralStatus.ACTIVE;
            case "suspended" -> ReferralStatus.ON_HOLD;
            case "completed" -> ReferralStatus.COMPLETED;
            case "cancelled" -> ReferralStatus.CANCELLED;
            case "entered-in-error" -> ReferralStatus.ENTERED_IN_ERROR;
            default -> ReferralStatus.UNKNOWN;
        };
    }

    /** The organisation that asked. A professional for whom no other is named asked for the practice itself. */
    private static @Nullable Organisation from(Asked asked, Bundle bundle, Resource resource) {
        var requester = resource.element().at("requester");
        var agent = requester.reference("agent");
        var organisation = resource.organisation(requester.reference("onBehalfOf"));
        if (organisation == null && agent.present() && !resource.names(agent, "Practitioner")) {
            organisation = resource.organisation(agent);
        }
        if (organisation == null && agent.present()) {
            organisation = GpPatients.practice(asked, bundle);
        }
        return organisation == null ? inPlaceOf(resource, agent) : organisation;
    }

    /** The organisation or service that is asked, before a person there. */
    private static @Nullable Organisation to(Resource resource) {
        var recipients = resource.element().references("recipient");
        return recipients.stream()
                .map(resource::organisation)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> recipients.stream()
                        .map(recipient -> inPlaceOf(resource, recipient))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable Organisation inPlaceOf(Resource resource, Reference reference) {
        var person = resource.practitioner(reference);
        return person == null ? null : new Organisation(null, person.name());
    }
}
