package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.NeedsDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Answers {@code assessmentInstruments}. */
@Controller
final class InstrumentsResolver {

    private final Catalogue catalogue;

    InstrumentsResolver(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @QueryMapping
    List<InstrumentView> assessmentInstruments(
            @Argument @Nullable String family, @Argument @Nullable NeedsDomain domain) {
        return catalogue.instruments().stream()
                .filter(row -> family == null || family.equals(row.family()))
                .filter(row -> domain == null || row.domains().containsKey(domain))
                .map(InstrumentView::new)
                .toList();
    }
}
