package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.advice.rules.PartnerState;
import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.Section;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who counts as heard. */
class HeardTests {

    private static final LocalDate SINCE = LocalDate.of(2025, 3, 10);
    private static final FakePartner TRUST = FakePartner.named("trust");
    private static final FakePartner GP = FakePartner.named("gp");

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeMeansOneThing(Outcome outcome) {
        var expected = switch (outcome) {
            case ANSWERED, NO_RECORD -> PartnerState.OK;
            case WITHHELD -> PartnerState.WITHHELD;
            case TIMED_OUT, UNAVAILABLE, RATE_LIMITED -> PartnerState.TIMEOUT;
            case REFUSED -> PartnerState.DENIED;
            case PARTIAL, NOTHING_RELEASED, NOT_LINKED, INVALID_ANSWER, SWITCHED_OFF -> PartnerState.UNKNOWN;
            case NOT_OFFERED, NOT_NEEDED -> null;
        };

        assertThat(state(source(TRUST, Section.STAYS, outcome, DateWindow.ALWAYS, Freshness.LIVE)))
                .isEqualTo(expected);
    }

    @Test
    void whatIsStaleIsUnknownWhateverThePartnerIsDoingNow() {
        assertThat(state(source(TRUST, Section.STAYS, Outcome.ANSWERED, DateWindow.ALWAYS, Freshness.STALE)))
                .isEqualTo(PartnerState.UNKNOWN);
        assertThat(state(source(TRUST, Section.STAYS, Outcome.TIMED_OUT, DateWindow.ALWAYS, Freshness.STALE)))
                .isEqualTo(PartnerState.UNKNOWN);
        assertThat(state(source(TRUST, Section.STAYS, Outcome.ANSWERED, DateWindow.ALWAYS, Freshness.CACHED)))
                .isEqualTo(PartnerState.OK);
    }

    @Test
    void anExtractAndAWindowThatIsTooShortSayTooLittle() {
        var extract = FakePartner.named("council").fromAnExtract();

        assertThat(state(source(extract, Section.STAYS, Outcome.ANSWERED, DateWindow.ALWAYS, Freshness.EXTRACT)))
                .isEqualTo(PartnerState.UNKNOWN);
        assertThat(state(reachingBackTo(Section.STAYS, SINCE.plusDays(1)))).isEqualTo(PartnerState.UNKNOWN);
        assertThat(state(reachingBackTo(Section.STAYS, SINCE))).isEqualTo(PartnerState.OK);
        assertThat(state(reachingBackTo(Section.APPOINTMENTS, SINCE.plusYears(1))))
                .isEqualTo(PartnerState.OK);
    }

    @Test
    void aPartnerIsAsHeardAsTheLeastHeardOfItsSections() {
        var heard = Heard.of(
                List.of(
                        answer(Section.ASSESSMENTS, ok(TRUST, Section.ASSESSMENTS), ok(GP, Section.ASSESSMENTS)),
                        answer(
                                Section.STAYS,
                                source(TRUST, Section.STAYS, Outcome.TIMED_OUT, DateWindow.ALWAYS, null),
                                source(GP, Section.STAYS, Outcome.NOT_OFFERED, DateWindow.ALWAYS, null)),
                        answer(
                                Section.DEMOGRAPHICS,
                                source(TRUST, Section.DEMOGRAPHICS, Outcome.WITHHELD, DateWindow.ALWAYS, null),
                                source(GP, Section.DEMOGRAPHICS, Outcome.WITHHELD, DateWindow.ALWAYS, null))),
                SINCE);

        assertThat(heard.partners()).isEqualTo(Map.of("trust", PartnerState.TIMEOUT, "gp", PartnerState.WITHHELD));
        assertThat(heard.sections()).containsExactly(Section.ASSESSMENTS);
    }

    @Test
    void aSectionThatNobodyOffersTellsNothing() {
        var heard = Heard.of(
                List.of(answer(
                        Section.STAYS, source(TRUST, Section.STAYS, Outcome.NOT_OFFERED, DateWindow.ALWAYS, null))),
                SINCE);

        assertThat(heard.sections()).isEmpty();
    }

    private static @Nullable PartnerState state(SourceAnswer source) {
        var heard = Heard.of(List.of(answer(source.section(), source)), SINCE).partners();
        return heard.get(source.partner().id().value());
    }

    private static SourceAnswer ok(FakePartner partner, Section section) {
        return source(partner, section, Outcome.ANSWERED, DateWindow.ALWAYS, Freshness.LIVE);
    }

    private static SourceAnswer reachingBackTo(Section section, LocalDate from) {
        return source(TRUST, section, Outcome.ANSWERED, new DateWindow(from, null), Freshness.LIVE);
    }

    private static SectionAnswer answer(Section section, SourceAnswer... sources) {
        return new SectionAnswer(Records.ADA_KEY, section, List.of(sources), Whereabouts.SHOWN);
    }

    private static SourceAnswer source(
            FakePartner partner, Section section, Outcome outcome, DateWindow covered, @Nullable Freshness freshness) {
        return new SourceAnswer(
                partner.partner(),
                section,
                outcome,
                List.of(),
                Extent.whole(covered),
                null,
                Records.NOON,
                List.of(),
                freshness);
    }
}
