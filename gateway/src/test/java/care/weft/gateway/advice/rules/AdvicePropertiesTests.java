package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds whatever is recorded. */
class AdvicePropertiesTests {

    private static final DuplicateRules DUPLICATES = new DuplicateRules(Situation.CATALOGUE, RuleSettings.DEFAULT);
    private static final List<String> FEW = List.of("ME", "GP", "HOSPITAL");

    /** Who wants what, and what happened. */
    record Case(String instrument, CareSetting setting, List<Change> changes, List<HeldAssessment> held) {

        Situation situation() {
            return with(held);
        }

        Situation with(List<HeldAssessment> others) {
            var situation = Situation.wants("ME", instrument)
                    .in(setting)
                    .records(others.stream().filter(Case::isDone).toList())
                    .plans(others.stream().filter(each -> !isDone(each)).toList());
            changes.forEach(situation::change);
            return situation.agreement("GP", "ME");
        }

        private static boolean isDone(HeldAssessment held) {
            return held.status() == AssessmentStatus.COMPLETED;
        }
    }

    @Property(tries = 1500)
    void reuseNeverExtendsAPeriod(@ForAll("cases") Case given) {
        var advice = given.situation().advice();
        Statistics.collect(advice.decision());
        Statistics.coverage(seen -> {
            seen.check(AdviceDecision.REUSE).percentage(percent -> percent > 2);
            seen.check(AdviceDecision.TOP_UP).percentage(percent -> percent > 2);
            seen.check(AdviceDecision.JOIN).count(count -> count > 0);
        });

        for (var domain : advice.domains()) {
            var by = domain.by();
            if (by != null) {
                var row = Situation.CATALOGUE
                        .find(Objects.requireNonNull(by.instrument()))
                        .orElseThrow();
                long age = ChronoUnit.DAYS.between(Objects.requireNonNull(by.date()), Situation.TODAY);
                assertThat(age).isBetween(0L, (long) row.validity().days(by.setting(), by.risk()));
                assertThat(row.validUntil(by.date(), by.setting(), by.risk()))
                        .hasValueSatisfying(last -> assertThat(last).isAfterOrEqualTo(Situation.TODAY));
            }
        }
    }

    /** What does not count today will not count tomorrow, unless it is from tomorrow. */
    @Property(tries = 1500)
    void timeAloneMakesNothingCount(@ForAll("cases") Case given) {
        var today = counting(given.situation().advice());
        var tomorrow =
                counting(given.situation().on(Situation.TODAY.plusDays(1)).advice());
        tomorrow.removeIf(held -> Objects.requireNonNull(held.date()).isAfter(Situation.TODAY));

        assertThat(today).containsAll(tomorrow);
    }

    private static List<HeldAssessment> counting(AssessmentAdvice advice) {
        return new ArrayList<>(advice.evidence().stream()
                .filter(evidence -> evidence.reason() == EvidenceReason.OK)
                .map(AssessmentEvidence::assessment)
                .toList());
    }

    @Property(tries = 1500)
    void aRefusedRecordChangesNothing(@ForAll("cases") Case given, @ForAll("assessments") HeldAssessment other) {
        var refused = refused(other, "OTHER");
        var more = new ArrayList<>(given.held());
        more.add(refused);

        assertThat(given.with(more).advice()).isEqualTo(given.situation().advice());
    }

    @Property(tries = 1500)
    void anIrrelevantRecordChangesNothingButTheEvidence(
            @ForAll("cases") Case given, @ForAll("assessments") HeldAssessment other) {
        var more = new ArrayList<>(given.held());
        more.add(other);
        var with = given.with(more).advice();
        var counted = with.evidence().stream()
                .filter(evidence -> evidence.assessment().equals(other))
                .anyMatch(evidence ->
                        evidence.reason() == EvidenceReason.OK || evidence.reason() == EvidenceReason.JOINABLE);

        if (!counted) {
            var without = given.situation().advice();
            assertThat(with.decision()).isEqualTo(without.decision());
            assertThat(with.reason()).isEqualTo(without.reason());
            assertThat(with.domains()).isEqualTo(without.domains());
            assertThat(with.residualDomains()).isEqualTo(without.residualDomains());
            assertThat(with.confirm()).isEqualTo(without.confirm());
            assertThat(with.joinWith()).isEqualTo(without.joinWith());
        }
    }

    @Property(tries = 1500)
    void aSilentPartnerNeverYieldsAReuse(@ForAll("cases") Case given, @ForAll("silent") PartnerState state) {
        var heard = given.situation().advice();
        var silent = given.situation().partner("HOSPITAL", state).advice();

        assertThat(silent.decision()).isNotEqualTo(AdviceDecision.REUSE);
        assertThat(silent.unanswered()).containsExactly("HOSPITAL");
        if (heard.decision() != AdviceDecision.REUSE && heard.decision() != AdviceDecision.TOP_UP) {
            assertThat(silent.decision()).isEqualTo(heard.decision());
        }
    }

    @Property(tries = 1500)
    void withoutAKindThatMustAnswerNothingIsReused(@ForAll("cases") Case given) {
        var row = Situation.CATALOGUE.find(given.instrument()).orElseThrow();
        for (var kind : row.mustAnswer()) {
            assertThat(given.situation().withoutAny(kind).advice().decision()).isNotEqualTo(AdviceDecision.REUSE);
        }
    }

    @Property(tries = 1500)
    void theOrderOfRecordsDoesNotMatter(@ForAll("cases") Case given, @ForAll long seed) {
        var shuffled = new ArrayList<>(given.held());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(given.with(shuffled).advice()).isEqualTo(given.situation().advice());
    }

    @Property(tries = 1500)
    void groupsAreTheSameInWhateverOrder(@ForAll("cases") Case given, @ForAll long seed) {
        var shuffled = new ArrayList<>(given.held());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(group(given, shuffled)).isEqualTo(group(given, given.held()));
    }

    @Property(tries = 1500)
    void aGroupIsAStarAndNobodyIsInTwo(@ForAll("cases") Case given) {
        var groups = group(given, given.held()).groups();
        var firsts = groups.stream().map(DuplicateAssessmentGroup::first).toList();
        var repeats = groups.stream()
                .flatMap(group -> group.repeats().stream())
                .map(DuplicateAssessment::assessment)
                .toList();

        assertThat(new HashSet<>(repeats)).hasSameSizeAs(repeats);
        assertThat(firsts).doesNotHaveDuplicates().noneMatch(repeats::contains);
        Statistics.collect(!repeats.isEmpty());
        Statistics.coverage(seen -> seen.check(true).percentage(percent -> percent > 2));
        for (var group : groups) {
            assertThat(group.repeats())
                    .isNotEmpty()
                    .allSatisfy(repeat -> assertThat(repeat.share()).isBetween(0.5, 1.0));
        }
    }

    /** What comes later does not rearrange what was grouped before. */
    @Property(tries = 1000)
    void aLaterAssessmentLeavesTheGroupsOfTheEarlierOnes(
            @ForAll("cases") Case given, @ForAll("assessments") HeldAssessment other) {
        var date = other.date();
        if (date == null
                || given.held().stream()
                        .anyMatch(held -> held.date() != null && !held.date().isBefore(date))) {
            return;
        }
        var more = new ArrayList<>(given.held());
        more.add(other);
        var repeats = repeats(group(given, more));
        repeats.remove(other);

        assertThat(repeats).isEqualTo(repeats(group(given, given.held())));
    }

    private static List<HeldAssessment> repeats(AssessmentGroups groups) {
        return new ArrayList<>(groups.groups().stream()
                .flatMap(group -> group.repeats().stream())
                .map(DuplicateAssessment::assessment)
                .toList());
    }

    private static AssessmentGroups group(Case given, List<HeldAssessment> held) {
        return DUPLICATES.group(held, given.situation().context(), Situation.TODAY);
    }

    private static HeldAssessment refused(HeldAssessment held, String partner) {
        return new HeldAssessment(
                held.id(),
                partner,
                held.team(),
                held.organisation(),
                held.sourceId(),
                held.instrument(),
                held.status(),
                held.date(),
                held.setting(),
                held.risk(),
                held.subject(),
                held.domains(),
                held.results(),
                held.confirmed(),
                true,
                held.announcement());
    }

    @Provide
    Arbitrary<PartnerState> silent() {
        return Arbitraries.of(PartnerState.TIMEOUT, PartnerState.DENIED, PartnerState.UNKNOWN);
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(
                        instruments(),
                        Arbitraries.of(CareSetting.class),
                        changes().list().ofMaxSize(2),
                        assessments().list().ofMaxSize(8).uniqueElements(HeldAssessment::id))
                .as(Case::new);
    }

    /** Instruments that meet often. */
    private static Arbitrary<String> instruments() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of(
                                "SAP_CONTACT",
                                "SAP_OVERVIEW",
                                "FACE_OVERVIEW",
                                "INTERRAI_HC",
                                "CGA",
                                "MUST",
                                "CFS",
                                "SIX_CIT",
                                "MOCA",
                                "CARE_ACT_NEEDS",
                                "FALLS_MFRA",
                                "D2A")),
                Tuple.of(1, Arbitraries.of(Situation.CATALOGUE.instruments()).map(AssessmentInstrument::id)));
    }

    private static Arbitrary<Change> changes() {
        return Combinators.combine(Arbitraries.of(EventKind.class).filter(kind -> kind != EventKind.DEATH), days())
                .as(Change::ofTheRegister);
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(-14, 60)),
                        Tuple.of(1, Arbitraries.integers().between(61, 400)))
                .map(Situation.TODAY::minusDays);
    }

    @Provide
    Arbitrary<HeldAssessment> assessments() {
        var records = Combinators.combine(
                Arbitraries.integers().between(1, 9999),
                Arbitraries.of(FEW),
                instruments().injectNull(0.05),
                days().injectNull(0.05),
                Arbitraries.frequency(
                        Tuple.of(5, AssessmentStatus.COMPLETED),
                        Tuple.of(1, AssessmentStatus.BOOKED),
                        Tuple.of(1, AssessmentStatus.IN_PROGRESS)),
                Arbitraries.of(CareSetting.class).injectNull(0.2),
                Arbitraries.of(RiskBand.class).injectNull(0.5),
                Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)));
        return records.as((id, partner, instrument, date, status, setting, risk, confirmed) -> {
            var held = Held.of("r" + id, partner, instrument, date == null ? null : date.toString())
                    .with(status)
                    .in(setting);
            if (risk != null) {
                held.with(risk);
            }
            return (confirmed ? held : held.unconfirmed()).make();
        });
    }
}
