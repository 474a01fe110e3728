package care.weft.council;

import care.weft.fhir.Asked;
import care.weft.fhir.Element;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.fhir.Words;
import care.weft.spi.PersonReply;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageBuilder;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.Money;
import care.weft.spi.model.Organisation;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Care packages from Interweave's SocialCareService, an {@code EpisodeOfCare}: what the council provides or pays for. */
final class CarePackages {

    static final String TYPE = "EpisodeOfCare";

    private static final BigDecimal MOST_VISITS = BigDecimal.valueOf(10_000);

    private CarePackages() {}

    static Mono<PersonReply> read(Asked asked, CouncilSettings.Terms terms) {
        return asked.read(TYPE, asked.all(TYPE), resource -> map(asked, terms, resource));
    }

    private static CarePackage map(Asked asked, CouncilSettings.Terms terms, Resource resource) throws Unreadable {
        var element = resource.element();
        var period = element.at("period");
        var council = Interweave.provenance(resource);
        var provider = provider(resource);
        return CarePackageBuilder.builder()
                .source(asked.source(resource, "patient"))
                .title(Objects.requireNonNullElse(Words.display(Words.worded(element, "type")), "Care package"))
                .packageStatus(status(element))
                .serviceType(element.coding("type"))
                .category(Interweave.extension(element, "SocialCareServiceCategory")
                        .value()
                        .coding())
                .provider(Interweave.same(provider, council) ? null : provider)
                .startsOn(period.date("start"))
                .endsOn(period.date("end"))
                .hoursPerWeek(number(element.extension(terms.hoursPerWeek()).value()))
                .visitsPerWeek(
                        wholeNumber(element.extension(terms.visitsPerWeek()).value()))
                .funding(Words.worded(element.extension(terms.funding()).value()))
                .weeklyCost(money(element.extension(terms.weeklyCost()).value()))
                .reviewDue(element.extension(terms.reviewDue()).value().date())
                .coordinator(resource.practitioner(element.reference("careManager")))
                .organisation(council)
                .build();
    }

    private static CarePackageStatus status(Element element) {
        return switch (Words.code(element, "status")) {
            case "planned", "waitlist" -> CarePackageStatus.PLANNED;
            case "active" -> CarePackageStatus.ACTIVE;
            case "onhold", "on-hold" -> CarePackageStatus.ON_HOLD;
            case "finished" -> CarePackageStatus.ENDED;
            case "cancelled" -> CarePackageStatus.CANCELLED;
            case "entered-in-error" -> CarePackageStatus.ENTERED_IN_ERROR;
            default -> CarePackageStatus.UNKNOWN;
        };
    }

    /** Who delivers it: the managing organisation, as the profile has it. One that is told by a number alone goes by that. */
    private static @Nullable Organisation provider(Resource resource) {
        var reference = resource.element().reference("managingOrganization");
        var named = resource.organisation(reference);
        if (named != null) {
            return named;
        }
        var sent = resource.resolve(reference);
        var identifiers =
                sent == null ? reference.identifiers() : sent.element().each("identifier");
        return identifiers.stream()
                .map(identifier -> identifier.text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .map(number -> new Organisation(null, number))
                .orElse(null);
    }

    /** A number, as such or as a quantity; null for one below nothing. */
    private static @Nullable BigDecimal number(Element value) {
        var number = Words.either(value.decimal(), value.decimal("value"));
        return number == null || number.signum() < 0 ? null : number;
    }

    private static @Nullable Integer wholeNumber(Element value) {
        var number = number(value);
        return number == null || number.stripTrailingZeros().scale() > 0 || number.compareTo(MOST_VISITS) > 0
                ? null
                : number.intValueExact();
    }

    private static @Nullable Money money(Element value) {
        var amount = value.decimal("value");
        var currency = value.text("currency");
        return amount == null || currency == null ? null : new Money(amount, currency);
    }
}
