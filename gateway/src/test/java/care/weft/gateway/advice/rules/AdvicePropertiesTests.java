package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What holds of advice whatever is recorded. */
class AdvicePropertiesTests extends WhateverIsRecorded {

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
}
