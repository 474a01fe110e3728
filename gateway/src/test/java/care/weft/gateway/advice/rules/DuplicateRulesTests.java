package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was assessed twice. Today is 10 March 2026. */
class DuplicateRulesTests {

    private static final DuplicateRules RULES = new DuplicateRules(Situation.CATALOGUE, RuleSettings.DEFAULT);

    @Test
    void theSameInstrumentAtAnotherPartnerIsARepeat() {
        var groups = group(Held.of("a", "GP", "CFS", "2026-01-24"), Held.of("b", "HOSPITAL", "CFS", "2026-02-24"));

        assertThat(groups.groups()).singleElement().satisfies(group -> {
            assertThat(group.first().id()).isEqualTo("a");
            assertThat(group.repeats()).singleElement().satisfies(repeat -> {
                assertThat(repeat.assessment().id()).isEqualTo("b");
                assertThat(repeat.kind()).isEqualTo(DuplicateKind.SAME_INSTRUMENT);
                assertThat(repeat.sharedDomains()).containsExactly(NeedsDomain.FRAILTY);
                assertThat(repeat.share()).isEqualTo(1);
            });
        });
        assertThat(groups.ruleVersion()).isEqualTo(Situation.RULES.version());
    }

    @Test
    void theKindIsTheFirstThatHolds() {
        assertThat(kind("SAP_OVERVIEW", "FACE_OVERVIEW")).isEqualTo(DuplicateKind.SAME_FAMILY);
        assertThat(kind("INTERRAI_HC", "REABLEMENT")).isEqualTo(DuplicateKind.OVERLAP);
        assertThat(kind("CARE_HOME_PREADMISSION", "CARE_HOME_PREADMISSION")).isEqualTo(DuplicateKind.SAME_INSTRUMENT);
        assertThat(kind("CGA", "DEMENTIA_REVIEW")).isEqualTo(DuplicateKind.OVERLAP_STATUTORY);
    }

    @Test
    void groupsAreStarsAndNoChains() {
        var groups = group(
                Held.of("a", "GP", "PHQ9", "2026-02-01"),
                Held.of("b", "MENTAL_HEALTH", "PHQ9", "2026-02-12"),
                Held.of("c", "TALKING_THERAPIES", "PHQ9", "2026-02-20"));

        // By the time of c, a had lapsed; and b is a repeat itself.
        assertThat(groups.groups())
                .singleElement()
                .satisfies(group -> assertThat(group.repeats())
                        .extracting(repeat -> repeat.assessment().id())
                        .containsExactly("b"));
    }

    @Test
    void oneTeamsRepeatsAreMeantAndAnothersAreNot() {
        assertThat(group(Held.of("a", "GP", "CFS", "2026-01-24"), Held.of("b", "GP", "CFS", "2026-02-24"))
                        .groups())
                .isEmpty();
        assertThat(group(Held.of("a", "GP", "CFS", "2026-01-24").team("One"), Held.of("b", "GP", "CFS", "2026-02-24"))
                        .groups())
                .isEmpty();
        assertThat(group(
                                Held.of("a", "GP", "CFS", "2026-01-24").team("One"),
                                Held.of("b", "GP", "CFS", "2026-02-24").team("Two"))
                        .groups())
                .hasSize(1);
    }

    @Test
    void aChangeBetweenThemMakesTheSecondNeeded() {
        var context = Situation.wants("GP", "CFS")
                .event(EventKind.DETERIORATION, "2026-02-01")
                .context();
        var records = held(Held.of("a", "GP", "CFS", "2026-01-24"), Held.of("b", "HOSPITAL", "CFS", "2026-02-24"));

        assertThat(RULES.group(records, context, Situation.TODAY).groups()).isEmpty();
    }

    @Test
    void whatIsAlwaysDoneAnewIsNoRepeatAndEvidenceMayBeOne() {
        assertThat(group(Held.of("a", "GP", "MCA", "2026-03-01"), Held.of("b", "HOSPITAL", "MCA", "2026-03-01"))
                        .groups())
                .isEmpty();
        assertThat(group(
                                Held.of("a", "HOSPITAL", "MOVING_HANDLING", "2026-03-01"),
                                Held.of("b", "CARE_PROVIDER", "MOVING_HANDLING", "2026-03-02"))
                        .groups())
                .isEmpty();
        assertThat(group(Held.of("a", "GP", "EFI", "2026-03-01"), Held.of("b", "HOSPITAL", "EFI", "2026-03-02"))
                        .groups())
                .hasSize(1);
    }

    @Test
    void oneAssessmentTwiceInTheRecordIsACopyAndNoDuplicate() {
        var groups = group(
                Held.of("a", "GP", "CFS", "2026-02-24").source("s1"),
                Held.of("b", "HOSPITAL", "CFS", "2026-02-25").source("s1"),
                Held.of("c", "HOSPITAL", "CFS", "2026-02-24").by("GP"));

        assertThat(groups.groups()).isEmpty();
        assertThat(groups.copies())
                .extracting(copy -> copy.copy().id(), copy -> copy.of().id())
                .containsExactly(tuple("c", "a"), tuple("b", "a"));
    }

    @Test
    void twoNumbersAreTwoAssessments() {
        assertThat(group(
                                Held.of("a", "GP", "CFS", "2026-02-24").source("s1"),
                                Held.of("b", "HOSPITAL", "CFS", "2026-02-24")
                                        .by("GP")
                                        .source("s2"))
                        .groups())
                .hasSize(1);
    }

    @Test
    void onlyWhatIsDoneAndKnownWithinTheYearIsLookedAt() {
        var first = Held.of("a", "GP", "CFS", "2026-02-24");

        assertThat(Stream.of(
                        Held.of("b", "HOSPITAL", "CFS", "2026-03-11"),
                        Held.of("b", "HOSPITAL", "CFS", null),
                        Held.of("b", "HOSPITAL", null, "2026-03-01"),
                        Held.of("b", "HOSPITAL", "CFS", "2026-03-01").unconfirmed(),
                        Held.of("b", "HOSPITAL", "CFS", "2026-03-01").with(AssessmentStatus.IN_PROGRESS)))
                .allSatisfy(second -> assertThat(group(first, second).groups()).isEmpty());
        assertThat(group(Held.of("a", "GP", "CFS", "2025-03-09"), Held.of("b", "HOSPITAL", "CFS", "2025-03-10"))
                        .groups())
                .isEmpty();
        assertThat(group(Held.of("a", "GP", "CFS", "2025-03-10"), Held.of("b", "HOSPITAL", "CFS", "2025-03-11"))
                        .groups())
                .hasSize(1);
    }

    @Test
    void aSettingBoundOneIsRepeatedInItsOwnSettingOnly() {
        var ward = Held.of("a", "HOSPITAL", "MUST", "2026-03-01").in(CareSetting.HOSPITAL);

        assertThat(group(ward, Held.of("b", "GP", "MUST", "2026-03-02")).groups())
                .isEmpty();
    }

    private static DuplicateKind kind(String first, String second) {
        var groups = group(Held.of("a", "HOSPITAL", first, "2026-03-01"), Held.of("b", "GP", second, "2026-03-02"));
        return groups.groups().getFirst().repeats().getFirst().kind();
    }

    private static AssessmentGroups group(Held... held) {
        var context = Situation.wants("GP", "CFS").agreement("HOSPITAL", "GP").context();
        return RULES.group(held(held), context, Situation.TODAY);
    }

    private static List<HeldAssessment> held(Held... held) {
        return Stream.of(held).map(Held::make).toList();
    }
}
