package care.weft.gateway.graphql.section;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompletenessTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final DateWindow FUTURE = new DateWindow(TODAY, TODAY.plusMonths(13));

    @Test
    void noConnectedPartnerMeansNobodySaidThatThereIsNothing() {
        assertThat(of(Outcome.NOT_OFFERED, Outcome.NOT_OFFERED)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(of()).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void everyOutcomeMeansWhatThePublishedTableSays() throws Exception {
        var table = Files.readAllLines(Path.of("../schema/docs/completeness.md"));
        for (var outcome : Outcome.values()) {
            var row = table.stream()
                    .filter(line -> line.startsWith("| `" + outcome + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(outcome + " is not in the published table"));
            var cells = row.split("\\|", -1);

            assertThat(cells[3].strip())
                    .as(outcome.name())
                    .startsWith(
                            switch (of(Outcome.ANSWERED, outcome)) {
                                case COMPLETE ->
                                    outcome == Outcome.NOT_OFFERED || outcome == Outcome.NOT_NEEDED
                                            ? "(does not count)"
                                            : "complete";
                                case COMPLETE_FOR_YOUR_ROLE -> "`COMPLETE_FOR_YOUR_ROLE`";
                                case INCOMPLETE -> "`INCOMPLETE`";
                            });
            assertThat(cells[4].strip())
                    .as(outcome.name())
                    .isEqualTo(outcome == Outcome.PARTIAL ? "sometimes" : outcome.retryable() ? "yes" : "no");
        }
    }

    @Property
    void oneMorePartnerNeverMakesAListMoreComplete(@ForAll List<Outcome> outcomes, @ForAll Outcome more) {
        var before = Arrays.copyOf(outcomes.toArray(Outcome[]::new), outcomes.size());
        var after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = more;

        if (outcomes.stream().anyMatch(outcome -> outcome != Outcome.NOT_OFFERED)) {
            assertThat(of(after)).isGreaterThanOrEqualTo(of(before));
        }
    }

    @Test
    void anExtractIsNeverComplete() {
        var extract = FakePartner.named("council").fromAnExtract();

        assertThat(Completeness.of(List.of(answer(extract, Outcome.ANSWERED, DateWindow.ALWAYS)), DateWindow.ALWAYS))
                .isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void aPeriodThatIsNotCoveredIsIncomplete() {
        assertThat(covering(FUTURE, new DateWindow(TODAY.minusDays(1), null))).isEqualTo(Completeness.INCOMPLETE);
        assertThat(covering(FUTURE, new DateWindow(null, TODAY.minusDays(1)))).isEqualTo(Completeness.INCOMPLETE);
        assertThat(covering(FUTURE, new DateWindow(TODAY, TODAY.plusYears(2)))).isEqualTo(Completeness.INCOMPLETE);
        assertThat(covering(FUTURE, new DateWindow(TODAY.plusYears(3), null))).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void aPeriodThatIsCoveredIsComplete() {
        assertThat(covering(FUTURE, new DateWindow(TODAY, TODAY.plusMonths(13))))
                .isEqualTo(Completeness.COMPLETE);
        assertThat(covering(FUTURE, DateWindow.ALWAYS)).isEqualTo(Completeness.COMPLETE);
        assertThat(covering(FUTURE, new DateWindow(TODAY.plusDays(3), null))).isEqualTo(Completeness.COMPLETE);
    }

    private static Completeness covering(DateWindow covered, DateWindow asked) {
        return Completeness.of(List.of(answer(FakePartner.named("gp"), Outcome.ANSWERED, covered)), asked);
    }

    private static Completeness of(Outcome... outcomes) {
        return Completeness.of(
                Arrays.stream(outcomes)
                        .map(outcome -> answer(FakePartner.named("trust"), outcome, DateWindow.ALWAYS))
                        .toList(),
                DateWindow.ALWAYS);
    }

    private static SourceAnswer answer(FakePartner partner, Outcome outcome, DateWindow covered) {
        return new SourceAnswer(
                partner.partner(),
                Section.APPOINTMENTS,
                outcome,
                List.of(),
                Extent.whole(covered),
                null,
                Records.NOON,
                List.of(),
                Freshness.LIVE);
    }
}
