package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.AfterReuse;
import care.weft.gateway.advice.DuplicationFigures;
import care.weft.gateway.advice.Figure;
import care.weft.gateway.advice.FoundFigures;
import care.weft.gateway.advice.OfferFigures;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.partner.Partner;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures, in the words of the API. */
record MetricsView(DuplicationFigures figures, Catalogue catalogue, List<Partner> partners) {

    private static final String BASIS = """
            The catalogue's typical minutes, planning figures without a source save for MUST (15 minutes, cgakit.com), times the \
            share of the assessment that was covered. Fewest: reuses after which no such assessment was found within 30 days. \
            Most: every reuse and top-up that was followed. Each plan that was joined saves a visit more. To be replaced by a \
            local time study.""";

    public LocalDate from() {
        return figures.from();
    }

    public LocalDate to() {
        return figures.to();
    }

    public int smallestCount() {
        return Figure.SMALLEST;
    }

    public FoundFigures found() {
        return figures.found();
    }

    public Figure offered() {
        return figures.offered();
    }

    public OfferFigures reuse() {
        return figures.reuse();
    }

    public OfferFigures join() {
        return figures.join();
    }

    public OfferFigures topUp() {
        return figures.topUp();
    }

    public AfterReuse afterReuse() {
        return figures.afterReuse();
    }

    public Figure unverifiable() {
        return figures.unverifiable();
    }

    public HoursRange hoursSaved() {
        boolean some = figures.reuse().followed().value() != null
                || figures.topUp().followed().value() != null;
        return new HoursRange(
                figures.afterReuse().avoided().value() == null ? null : hours(figures.fewestMinutes()),
                some ? hours(figures.mostMinutes()) : null,
                BASIS);
    }

    private static BigDecimal hours(double minutes) {
        return BigDecimal.valueOf(minutes / 60).setScale(1, RoundingMode.HALF_UP);
    }

    public List<InstrumentFigure> byInstrument() {
        return figures.byInstrument().entrySet().stream()
                .map(each -> new InstrumentFigure(
                        catalogue.find(each.getKey()).map(InstrumentView::new).orElse(null), each.getValue()))
                .toList();
    }

    public List<PartnersFigure> byPartners() {
        return figures.byPartners().entrySet().stream().map(this::pair).toList();
    }

    private PartnersFigure pair(Map.Entry<String, Figure> each) {
        var ids = each.getKey().split("\n", 2);
        return new PartnersFigure(partner(ids[0]).orElse(null), partner(ids[1]).orElse(null), each.getValue());
    }

    private Optional<Partner> partner(String id) {
        return partners.stream().filter(each -> each.id().value().equals(id)).findFirst();
    }

    /** Hours of assessing, and what they rest on. */
    record HoursRange(@Nullable BigDecimal fewest, @Nullable BigDecimal most, String basis) {}

    /** What was offered to those who intended one kind of assessment. */
    record InstrumentFigure(@Nullable InstrumentView instrument, Figure offered) {}

    /** What was offered to one partner by another's record or plan. */
    record PartnersFigure(@Nullable Partner to, @Nullable Partner from, Figure offered) {}
}
