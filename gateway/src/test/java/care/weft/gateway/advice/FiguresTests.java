package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.advice.rules.AssessmentGroups;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.store.AdviceRow;
import care.weft.gateway.store.AdviceRows;
import care.weft.gateway.store.Databases;
import care.weft.gateway.store.FindingRow;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import care.weft.gateway.testing.SettableClock;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.RiskBand;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

@ParameterizedClass
@EnumSource(Databases.class)
class FiguresTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String HERE = "hulme";
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Catalogue CATALOGUE = ShippedCatalogue.read();

    @TempDir
    Path directory;

    private final Databases kind;
    private @Nullable StoreSettings settings;

    // 2 March 2026.
    private final SettableClock clock = new SettableClock();
    private Store store;
    private AdviceRows rows;
    private AdviceOutcomes outcomes;
    private Figures figures;

    FiguresTests(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        var at = settings == null ? kind.fresh(directory) : settings;
        settings = at;
        store = Store.open(at);
        rows = AdviceRows.in(store);
        outcomes = new AdviceOutcomes(rows, clock);
        figures = new Figures(rows, CATALOGUE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private AdviceRow row(String decision, int number) {
        return new AdviceRow(
                decision + number,
                "reader",
                "person-" + number,
                HERE,
                "CFS",
                "trust",
                "gp",
                decision,
                decision.equals("REUSE") ? "COVERED" : "PARTLY_COVERED",
                4,
                decision.equals("REUSE") ? 4 : 2,
                0,
                "LOW",
                clock.instant(),
                null,
                null,
                null,
                null,
                null);
    }

    private void give(String decision, int many) {
        rows.add(IntStream.range(0, many).mapToObj(n -> row(decision, n)).toList())
                .block(SOON);
    }

    private void record(String decision, int from, int to, AdviceOutcome outcome) {
        for (int n = from; n < to; n++) {
            assertThat(outcomes.record(decision + n, "reader", outcome, "why").block(SOON))
                    .isEqualTo(clock.instant());
        }
    }

    private DuplicationFigures march() {
        return figures.of(HERE, MARCH, MARCH).blockOptional(SOON).orElseThrow();
    }

    private DuplicationFigures marchWhen(Predicate<DuplicationFigures> reached) {
        return Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(_ -> figures.of(HERE, MARCH, MARCH))
                .filter(reached)
                .next()
                .blockOptional(SOON)
                .orElseThrow();
    }

    private static FoundTwice seen(HeldAssessment... assessments) {
        return new FoundTwice(List.of(assessments), new AssessmentGroups(List.of(), List.of(), "1"));
    }

    private static HeldAssessment done(LocalDate on, RiskBand band) {
        return new HeldAssessment(
                "trust/1",
                "trust",
                null,
                null,
                null,
                "CFS",
                AssessmentStatus.COMPLETED,
                on,
                null,
                band,
                null,
                Map.of(),
                Map.of(),
                true,
                false,
                null);
    }

    @Test
    void whatIsOfferedIsCountedWithWhatBecameOfIt() {
        give("REUSE", 20);
        record("REUSE", 0, 8, AdviceOutcome.FOLLOWED);
        record("REUSE", 8, 14, AdviceOutcome.OVERRIDDEN);

        var march = march();

        assertThat(march.offered()).isEqualTo(new Figure(20, false));
        assertThat(march.reuse().followed()).isEqualTo(new Figure(8, false));
        assertThat(march.reuse().overridden()).isEqualTo(new Figure(6, false));
        assertThat(march.reuse().noLongerNeeded()).isEqualTo(new Figure(0, false));
        assertThat(march.reuse().unanswered()).isEqualTo(new Figure(6, false));
        assertThat(march.byInstrument()).containsExactly(Map.entry("CFS", new Figure(20, false)));
        assertThat(march.byPartners()).containsExactly(Map.entry("trust\ngp", new Figure(20, false)));
        assertThat(march.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(march.to()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void fewerThanFiveAreNotToldNorWhatTheyCouldBeReckonedFrom() {
        give("REUSE", 12);
        give("TOP_UP", 3);
        record("REUSE", 0, 12, AdviceOutcome.FOLLOWED);

        var march = march();

        assertThat(march.offered()).isEqualTo(new Figure(15, false));
        assertThat(march.topUp().offered().value()).isNull();
        assertThat(march.reuse().offered().value()).isNull();
        assertThat(march.reuse().followed().value()).isNull();
        assertThat(march.mostMinutes()).isZero();
    }

    @Test
    void theSameCardToTheSameReaderCountsOnce() {
        give("REUSE", 6);
        give("REUSE", 6);

        assertThat(march().offered()).isEqualTo(new Figure(6, false));
    }

    @Test
    void anAssessmentIsAvoidedOnceAllWereHeardAfterThirtyDaysAndNoneWasThere() {
        give("REUSE", 6);
        record("REUSE", 0, 6, AdviceOutcome.FOLLOWED);
        var before = march();
        clock.forward(Duration.ofDays(31));

        IntStream.range(0, 6).forEach(n -> outcomes.look("person-" + n, HERE, seen(), true));
        var after = marchWhen(found -> found.afterReuse().avoided().value() != null
                && found.afterReuse().avoided().value() == 6);

        assertThat(before.afterReuse().notYetKnown()).isEqualTo(new Figure(6, false));
        assertThat(before.fewestMinutes()).isZero();
        var minutes = 6.0 * CATALOGUE.find("CFS").orElseThrow().typicalMinutes();
        assertThat(before.mostMinutes()).isEqualTo(minutes);
        assertThat(after.fewestMinutes()).isEqualTo(minutes);
        assertThat(after.mostMinutes()).isEqualTo(minutes);
    }

    @Test
    void aLookThatSomebodyWasNotHeardInProvesNothing() {
        give("REUSE", 6);
        record("REUSE", 0, 6, AdviceOutcome.FOLLOWED);
        clock.forward(Duration.ofDays(31));

        IntStream.range(0, 6).forEach(n -> outcomes.look("person-" + n, HERE, seen(), false));
        // The looks are stored one after another: this one comes last.
        outcomes.look("somebody", HERE, seen(), true);
        Flux.interval(Duration.ofMillis(20))
                .onBackpressureDrop()
                .concatMap(_ -> rows.found(HERE, LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 1))
                        .count())
                .filter(count -> count == 7)
                .next()
                .block(SOON);

        assertThat(march().afterReuse().notYetKnown()).isEqualTo(new Figure(6, false));
    }

    @Test
    void oneThatIsDoneSoonAfterWithAnotherResultIsASafetyFigure() {
        give("REUSE", 12);
        record("REUSE", 0, 12, AdviceOutcome.FOLLOWED);
        var soon = LocalDate.of(2026, 3, 6);
        clock.forward(Duration.ofDays(10));

        IntStream.range(0, 6).forEach(n -> outcomes.look("person-" + n, HERE, seen(done(soon, RiskBand.HIGH)), true));
        IntStream.range(6, 12).forEach(n -> outcomes.look("person-" + n, HERE, seen(done(soon, RiskBand.LOW)), true));
        var march = marchWhen(found -> found.afterReuse().doneAfterAll().value() != null
                && found.afterReuse().doneAfterAll().value() == 12);

        assertThat(march.afterReuse().bandChanged()).isEqualTo(new Figure(6, false));
        assertThat(march.afterReuse().avoided()).isEqualTo(new Figure(0, false));
        assertThat(march.fewestMinutes()).isZero();
    }

    @Test
    void whatIsFoundTwiceCountsEachPersonOnceAMonthByTheLatestLook() {
        for (int n = 0; n < 6; n++) {
            rows.found(new FindingRow("person-" + n, MARCH.atDay(1), HERE, 3, 2, 0, 0, 0, 3, 4))
                    .block(SOON);
            rows.found(new FindingRow("person-" + n, MARCH.atDay(1), HERE, 4, 1, 0, 0, 0, 4, 2))
                    .block(SOON);
        }

        var found = march().found();

        assertThat(found.people()).isEqualTo(new Figure(6, false));
        assertThat(found.assessments()).isEqualTo(new Figure(24, false));
        assertThat(found.all()).isEqualTo(new Figure(6, false));
        assertThat(found.sameInstrument()).isEqualTo(new Figure(6, false));
        assertThat(found.repeatedDomains()).isEqualTo(new Figure(12, false));
    }

    @Test
    void ofFewPeopleNothingIsTold() {
        for (int n = 0; n < 4; n++) {
            rows.found(new FindingRow("person-" + n, MARCH.atDay(1), HERE, 30, 20, 0, 0, 0, 10, 40))
                    .block(SOON);
        }

        var found = march().found();

        assertThat(List.of(found.people(), found.assessments(), found.all(), found.inNinetyDays()))
                .containsOnly(new Figure(null, true));
    }

    @Test
    void figuresThatCannotBeReadAreNotNone() {
        store.close();

        assertThatThrownBy(this::march).isInstanceOf(AdviceStoreUnavailableException.class);
        open();
    }
}
