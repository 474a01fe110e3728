package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** What holds of groups whatever is recorded. */
class DuplicatePropertiesTests extends WhateverIsRecorded {

    private static final DuplicateRules DUPLICATES = new DuplicateRules(Situation.CATALOGUE, RuleSettings.DEFAULT);

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
}
