package care.weft.gateway.graphql.section;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Duty;
import care.weft.gateway.advice.Figures;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.Operations;
import care.weft.gateway.neighbourhood.Neighbourhood;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.PersonRefused;
import graphql.GraphQLContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

/** Answers {@code Neighbourhood.metrics}: figures without names, for whole months. */
@Controller
final class MetricsResolver {

    private static final int MOST_MONTHS = 36;

    private final Figures figures;
    private final Catalogue catalogue;
    private final Partners partners;
    private final AccessPolicy policy;

    MetricsResolver(Figures figures, Catalogue catalogue, Partners partners, AccessPolicy policy) {
        this.policy = policy;
        this.figures = figures;
        this.catalogue = catalogue;
        this.partners = partners;
    }

    @SchemaMapping
    Mono<MetricsView> metrics(
            Neighbourhood neighbourhood, @Argument LocalDate from, @Argument LocalDate to, GraphQLContext context) {
        if (!policy.may(Operations.of(context).caller(), Duty.READ_FIGURES)) {
            throw new PersonRefused(
                    PersonRefused.Reason.FORBIDDEN, "Figures are for those who work in or for neighbourhoods.");
        }
        if (to.isBefore(from)) {
            throw new BadArgument("to", "Argument 'to' must not be before 'from'.");
        }
        var first = YearMonth.from(from);
        var last = YearMonth.from(to);
        if (ChronoUnit.MONTHS.between(first, last) >= MOST_MONTHS) {
            throw new BadArgument("from", "Argument 'from' must be at most " + MOST_MONTHS + " months before 'to'.");
        }
        return figures.of(neighbourhood.id(), first, last)
                .map(found -> new MetricsView(found, catalogue, partners.all()));
    }
}
