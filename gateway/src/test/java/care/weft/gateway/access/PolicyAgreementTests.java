package care.weft.gateway.access;

import static care.weft.gateway.testing.Records.caller;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the policy decides is what its rules mean in their plainest words, for a million questions to many random policies. */
class PolicyAgreementTests {

    private static final int POLICIES = 2_000;
    private static final int QUESTIONS = 500;
    private static final List<String> KINDS = List.of("council", "trust", "mental-health");

    /** A record is in all of its section, and may be of the caller's own service, or delivered by it, or both. */
    private static final List<Set<RecordScope>> RECORDS = List.of(
            Set.of(RecordScope.ALL),
            Set.of(RecordScope.ALL, RecordScope.OWN_SERVICE),
            Set.of(RecordScope.ALL, RecordScope.DELIVERED),
            Set.of(RecordScope.values()));

    private long seen;

    @Test
    void aMillionQuestionsAreDecidedAsTheRulesMean() {
        var random = new Random(20260310);
        for (int policy = 0; policy < POLICIES; policy++) {
            var rules = rules(random);
            var decided = new AccessPolicy(rules, Map.of());
            var meant = new PlainPolicy(rules);
            for (int question = 0; question < QUESTIONS; question++) {
                compare(decided, meant, question(random), random);
            }
        }
        assertThat(seen)
                .as("questions that were allowed: else nothing was compared")
                .isBetween(POLICIES * QUESTIONS / 20L, POLICIES * QUESTIONS * 19L / 20);
    }

    private void compare(AccessPolicy decided, PlainPolicy meant, AccessRequest asked, Random random) {
        var kinds = RECORDS.get(random.nextInt(RECORDS.size()));
        var fields = List.copyOf(SensitiveField.of(asked.section()));
        var field = fields.isEmpty() || random.nextBoolean() ? null : fields.get(random.nextInt(fields.size()));
        Set<Confidentiality> labels = random.nextInt(4) > 0 ? Set.of() : Set.of(one(Confidentiality.values(), random));
        boolean sees = sees(decided.read(asked), field, kinds, labels);
        if (sees) {
            seen++;
        }
        if (sees != meant.sees(asked, field, kinds, labels)) {
            throw new AssertionError(
                    "The policy and the model disagree about " + asked + ", " + field + ", " + kinds + ", " + labels);
        }
    }

    private static boolean sees(
            Decision decision, @Nullable SensitiveField field, Set<RecordScope> kinds, Set<Confidentiality> labels) {
        return decision instanceof Decision.Permit permit
                && permit.grants().stream()
                        .filter(grant -> kinds.contains(grant.scope()))
                        .filter(grant -> grant.labels().containsAll(labels))
                        .anyMatch(grant -> field == null || !grant.withheld().contains(field));
    }

    private static List<PolicyRule> rules(Random random) {
        return IntStream.range(0, 1 + random.nextInt(10))
                .mapToObj(number -> rule("rule-" + number, random))
                .toList();
    }

    private static PolicyRule rule(String name, Random random) {
        boolean allows = random.nextInt(4) > 0;
        return new PolicyRule(
                name,
                allows,
                some(CallerRole.values(), random, 6),
                some(Section.values(), random, 5),
                some(SensitiveField.values(), random, 5),
                some(new String[] {"council", "trust", "mental-health", "east"}, random, random.nextInt(3)),
                some(PurposeOfUse.values(), random, random.nextInt(4)),
                some(LegitimateRelationship.values(), random, random.nextInt(4)),
                some(PersonFlag.values(), random, random.nextInt(2)),
                allows ? one(RecordScope.values(), random) : RecordScope.ALL,
                allows ? some(Confidentiality.values(), random, random.nextInt(6)) : Set.of());
    }

    private static AccessRequest question(Random random) {
        var caller = caller(some(CallerRole.values(), random, 3).toArray(CallerRole[]::new));
        return new AccessRequest(
                caller,
                one(Section.values(), random),
                new PartnerId(random.nextInt(5) == 0 ? "east" : "west"),
                KINDS.get(random.nextInt(KINDS.size())),
                one(PurposeOfUse.values(), random),
                new Ties(random.nextBoolean(), random.nextBoolean(), one(LegitimateRelationship.values(), random)),
                some(PersonFlag.values(), random, random.nextInt(3)));
    }

    private static <T> T one(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    /** Up to so many of them, each at random. */
    private static <T> Set<T> some(T[] of, Random random, int most) {
        var some = new HashSet<T>();
        for (int picks = 0; picks < most; picks++) {
            some.add(one(of, random));
        }
        return some;
    }

    /** Rules of the same words in another order decide the same. */
    @Test
    void theOrderOfRulesDoesNotMatter() {
        var random = new Random(7);
        for (int policy = 0; policy < 200; policy++) {
            var rules = rules(random);
            var turned = new ArrayList<>(rules).reversed();
            var question = question(random);
            assertThat(new AccessPolicy(turned, Map.of()).read(question))
                    .isEqualTo(new AccessPolicy(rules, Map.of()).read(question));
        }
    }

    /** A role more never takes anything away. */
    @Test
    void rolesAddUp() {
        var random = new Random(11);
        for (int policy = 0; policy < 2_000; policy++) {
            var decided = new AccessPolicy(rules(random), Map.of());
            var asked = question(random);
            var more = new HashSet<>(asked.caller().roles());
            more.add(one(CallerRole.values(), random));
            var asking = new AccessRequest(
                    caller(more.toArray(CallerRole[]::new)),
                    asked.section(),
                    asked.partner(),
                    asked.kind(),
                    asked.purpose(),
                    asked.ties(),
                    asked.flags());
            assertThat(grants(decided.read(asking))).containsAll(grants(decided.read(asked)));
        }
    }

    private static Set<Grant> grants(Decision decision) {
        Function<Decision.Permit, Set<Grant>> of = permit -> Set.copyOf(permit.grants());
        return decision instanceof Decision.Permit permit ? of.apply(permit) : Set.of();
    }

    @Test
    void everySensitiveFieldIsOfOneSectionAndNamedOnce() {
        assertThat(Arrays.stream(SensitiveField.values()).map(SensitiveField::word))
                .doesNotHaveDuplicates()
                .allSatisfy(word -> assertThat(SensitiveField.named(word)).isPresent());
        assertThat(Arrays.stream(Section.values())
                        .flatMap(section -> SensitiveField.of(section).stream())
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(SensitiveField.values());
    }
}
