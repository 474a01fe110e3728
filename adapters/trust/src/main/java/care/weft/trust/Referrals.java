package care.weft.trust;

import care.weft.fhir.Asked;
import care.weft.fhir.Codes;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import care.weft.fhir.ServiceRequests;
import care.weft.fhir.Systems;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * FHIR {@code ServiceRequest}s, of every intent. Orders for a laboratory or for imaging are no referrals and are left out, by
 * their category alone: one without a category, or of a category that is not known for a test's, is a referral.
 */
final class Referrals {

    static final String TYPE = "ServiceRequest";

    /** The categories that FHIR, HL7's observations and HL7 version 2 have for laboratory work and for imaging. */
    private static final Codes TESTS = Codes.of(
            "http://snomed.info/sct|108252007",
            "http://snomed.info/sct|363679005",
            "http://terminology.hl7.org/CodeSystem/observation-category|laboratory",
            "http://terminology.hl7.org/CodeSystem/observation-category|imaging",
            "http://terminology.hl7.org/CodeSystem/v2-0074|LAB",
            "http://terminology.hl7.org/CodeSystem/v2-0074|RAD");

    private Referrals() {}

    static Mono<PersonReply> read(Asked asked) {
        return asked.read(TYPE, asked.all(TYPE), resource -> map(asked, resource));
    }

    private static @Nullable Referral map(Asked asked, Resource resource) throws Unreadable {
        var element = resource.element();
        if (TESTS.include(element.each("category"))) {
            return null;
        }
        var service = element.coding("code");
        var reason = element.coding("reasonCode");
        return ReferralBuilder.builder()
                .source(asked.source(resource, "subject"))
                .title(Words.firstOf(
                        "Referral",
                        Words.display(service),
                        Words.display(Words.firstCoding(element, "category", "orderDetail")),
                        Words.display(reason)))
                .referralStatus(ServiceRequests.status(element))
                .priority(ServiceRequests.priority(element))
                .requestedOn(element.moment("authoredOn"))
                .from(from(resource))
                .to(to(resource))
                .service(service)
                .reason(reason)
                .ubrn(Systems.value(element.each("identifier"), Systems.UBRN))
                .build();
    }

    /** The organisation that asked; where only a person or a kind of source is told, that in its place. */
    private static @Nullable Organisation from(Resource resource) {
        var element = resource.element();
        var requester = element.reference("requester");
        var named = organisationOrPerson(resource, requester);
        if (named != null) {
            return named;
        }
        var source =
                element.ukExtension("UKCore-SourceOfServiceRequest").value().coding();
        return source == null ? null : new Organisation(null, source.display());
    }

    /** The organisation that is asked, before a person there. */
    private static @Nullable Organisation to(Resource resource) {
        var performers = resource.element().references("performer");
        return performers.stream()
                .map(resource::organisation)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> performers.stream()
                        .map(performer -> organisationOrPerson(resource, performer))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable Organisation organisationOrPerson(Resource resource, Reference reference) {
        var organisation = resource.organisation(reference);
        if (organisation != null) {
            return organisation;
        }
        var person = resource.practitioner(reference);
        return person == null ? null : new Organisation(null, person.name());
    }
}
