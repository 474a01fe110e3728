package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.Grant;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.RecordScope;
import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentBuilder;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageBuilder;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.ContentLevel;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Money;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.RecordSource;
import care.weft.spi.model.RiskBand;
import care.weft.spi.model.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactionTests {

    private static final Organisation MINE = new Organisation("VS9", "Neighbours");
    private static final Organisation OTHER = new Organisation("P1", "A provider");
    private static final Coding CODE = new Coding("https://codes.example", "1", "A word");
    private static final List<Confidentiality> LABELS = List.of(Confidentiality.values());
    private static final Partner PARTNER = FakePartner.named("council").partner();
    private static final Caller CALLER = new Caller(
            "u1", "https://issuer.example", "A User", Set.of(CallerRole.CARE_PROVIDER), MINE, List.of(MINE), null);

    /** Whatever else there is, what is not the caller's leaves no trace: the answer is the same as if it were not there. */
    @Test
    void aRecordThatIsNotShownLeavesNoTrace() {
        var random = new Random(20260310);
        for (int tries = 0; tries < 2_000; tries++) {
            var without = new ArrayList<Entry>();
            for (int records = random.nextInt(6); records > 0; records--) {
                without.add(carePackage("r" + records, random.nextBoolean() ? MINE : OTHER));
            }
            var with = new ArrayList<>(without);
            with.add(random.nextInt(with.size() + 1), carePackage("hidden", OTHER));

            assertThat(seen(with, RecordScope.DELIVERED)).isEqualTo(seen(without, RecordScope.DELIVERED));
        }
    }

    /** Also a record that cannot be read, and whatever else could not be. */
    @Test
    void aLabelledRecordLeavesNoTraceEither() {
        var random = new Random(20260311);
        for (int tries = 0; tries < 2_000; tries++) {
            var without = new ArrayList<Entry>();
            for (int records = random.nextInt(4); records > 0; records--) {
                without.add(carePackage("r" + records, OTHER));
            }
            var unread = new ArrayList<Set<Confidentiality>>(random.nextBoolean() ? List.of() : List.of(Set.of()));
            boolean truncated = random.nextBoolean();
            var before = answer(without, unread, truncated);
            var label = LABELS.get(random.nextInt(LABELS.size()));
            var with = new ArrayList<>(without);
            with.add(random.nextInt(with.size() + 1), labelled("hidden", label));
            if (random.nextBoolean()) {
                unread.add(random.nextInt(unread.size() + 1), Set.of(label));
            }
            var after = answer(with, unread, truncated);
            var shows = EnumSet.allOf(Confidentiality.class);
            shows.remove(label);
            var permit = new Decision.Permit(List.of(grant(shows)));

            assertThat(Redaction.of(after, permit, CALLER)).isEqualTo(Redaction.of(before, permit, CALLER));
        }
    }

    @Test
    void aLabelledRecordIsShownByAGrantThatNamesAllItsLabels() {
        var record = answer(List.of(labelled("a", Confidentiality.RESTRICTED)));
        var named = new Decision.Permit(
                List.of(grant(Set.of()), grant(Set.of(Confidentiality.RESTRICTED, Confidentiality.NOT_FOR_PERSON))));
        var other = new Decision.Permit(List.of(grant(Set.of(Confidentiality.NOT_FOR_PERSON))));

        assertThat(Redaction.of(record, named, CALLER).entries()).hasSize(1);
        assertThat(Redaction.of(record, named, CALLER).limits().labels())
                .containsExactly(Confidentiality.VERY_RESTRICTED);
        assertThat(Redaction.of(record, other, CALLER).entries()).isEmpty();
        assertThat(Redaction.of(answer(List.of()), other, CALLER).limits().labels())
                .as("it does not depend on what there is")
                .containsExactlyInAnyOrder(Confidentiality.RESTRICTED, Confidentiality.VERY_RESTRICTED);
    }

    /** Where they are is kept back; who they are is not. */
    @Test
    void theDetailsOfARestrictedPersonAreNoLabelledRecord() {
        var details = DemographicsBuilder.builder(Records.bornOn(ADA, "1950-01-01"))
                .source(source("p", Confidentiality.RESTRICTED))
                .build();

        assertThat(Redaction.of(answer(List.of(details)), new Decision.Permit(List.of(grant(Set.of()))), CALLER)
                        .entries())
                .containsExactly(details);
    }

    private static RecordSource source(String id, Confidentiality label) {
        return new RecordSource(id, Owner.of(ADA), null, null, null, null, Set.of(label));
    }

    private static CarePackage labelled(String id, Confidentiality label) {
        return CarePackageBuilder.builder(carePackage(id, OTHER))
                .source(source(id, label))
                .build();
    }

    private static Grant grant(Set<Confidentiality> labels) {
        return new Grant(CallerRole.CARE_PROVIDER, LegitimateRelationship.DIRECT, RecordScope.ALL, Set.of(), labels);
    }

    @Test
    void whatIsShownOfSomeRecordsSaysThatItIsNotAll() {
        var seen = seen(List.of(carePackage("mine", MINE), carePackage("other", OTHER)), RecordScope.DELIVERED);

        assertThat(seen.entries())
                .extracting(entry -> entry.source().recordId())
                .containsExactly("mine");
        assertThat(seen.limits().scoped()).isTrue();
        assertThat(seen(List.of(), RecordScope.DELIVERED).limits())
                .as("it does not depend on what there is")
                .isEqualTo(seen.limits());
    }

    @Test
    void moneyIsLeftOutAndNothingElse() {
        var shown =
                (CarePackage) Blanks.in(carePackage("a", OTHER), Set.of(SensitiveField.COSTS, SensitiveField.FUNDING));

        assertThat(shown)
                .isEqualTo(CarePackageBuilder.builder(carePackage("a", OTHER))
                        .weeklyCost(null)
                        .funding(null)
                        .build());
    }

    @Test
    void ofAnAssessmentThatMayOnlyBeDatedTheDatesAreLeft() {
        var assessment = AssessmentBuilder.builder()
                .source(Records.source("a", ADA))
                .title("Memory assessment")
                .code(CODE)
                .assessmentStatus(AssessmentStatus.COMPLETED)
                .statusReason("moved away")
                .subject(AssessmentSubject.PERSON)
                .setting(CareSetting.HOME)
                .team("Memory team")
                .score(BigDecimal.TEN)
                .riskBand(RiskBand.HIGH)
                .outcome(CODE)
                .summary("what was found")
                .content(ContentLevel.FULL)
                .build();

        var shown = (Assessment) Blanks.in(
                assessment,
                Set.of(
                        SensitiveField.ASSESSMENT_KIND,
                        SensitiveField.ASSESSMENT_TEAM,
                        SensitiveField.ASSESSMENT_FINDINGS));

        assertThat(shown)
                .isEqualTo(AssessmentBuilder.builder()
                        .source(Records.source("a", ADA))
                        .title("Assessment")
                        .assessmentStatus(AssessmentStatus.COMPLETED)
                        .subject(AssessmentSubject.PERSON)
                        .content(ContentLevel.METADATA)
                        .build());
    }

    /** Two roles add up record by record: what one shows of some, and the other shows in part of all. */
    @Test
    void whatOneGrantWithholdsOfARecordAnotherMayShow() {
        var permit = new Decision.Permit(
                List.of(grant(RecordScope.ALL, Set.of(SensitiveField.COSTS)), grant(RecordScope.DELIVERED, Set.of())));

        var shown =
                Redaction.of(answer(List.of(carePackage("mine", MINE), carePackage("other", OTHER))), permit, CALLER);

        assertThat(shown.entries())
                .extracting(entry -> ((CarePackage) entry).weeklyCost() != null)
                .containsExactly(true, false);
    }

    private static SourceAnswer seen(List<Entry> entries, RecordScope scope) {
        return Redaction.of(answer(entries), new Decision.Permit(List.of(grant(scope, Set.of()))), CALLER);
    }

    private static Grant grant(RecordScope scope, Set<SensitiveField> withheld) {
        return new Grant(CallerRole.CARE_PROVIDER, LegitimateRelationship.DIRECT, scope, withheld);
    }

    private static SourceAnswer answer(List<Entry> entries) {
        return answer(entries, List.of(), false);
    }

    /** Who may not know of the rest sees a whole answer, which would come anew each time if it were not kept. */
    @Test
    void whatIsInPartForOthersOnlyIsKeptAndNothingElseThatIsInPart() {
        assertThat(answer(List.of(), List.of(), false).isKept()).isTrue();
        assertThat(answer(List.of(), List.of(Set.of(Confidentiality.RESTRICTED)), false)
                        .isKept())
                .isTrue();
        assertThat(answer(List.of(), List.of(Set.of(Confidentiality.RESTRICTED), Set.of()), false)
                        .isKept())
                .as("one that could not be read and bears no label")
                .isFalse();
        assertThat(answer(List.of(), List.of(Set.of(Confidentiality.RESTRICTED)), true)
                        .isKept())
                .as("cut off")
                .isFalse();
        assertThat(answer(List.of(), List.of(Set.of(Confidentiality.RESTRICTED)), false)
                        .afterPassingFaults()
                        .isKept())
                .as("asking again may tell more")
                .isFalse();
    }

    private static SourceAnswer answer(List<Entry> entries, List<Set<Confidentiality>> unread, boolean truncated) {
        return new SourceAnswer(
                PARTNER,
                Section.CARE_PACKAGES,
                unread.isEmpty() && !truncated ? Outcome.ANSWERED : Outcome.PARTIAL,
                entries,
                new Extent(DateWindow.ALWAYS, List.of(), truncated),
                null,
                Records.NOON,
                unread,
                Freshness.LIVE);
    }

    private static CarePackage carePackage(String id, Organisation provider) {
        return CarePackageBuilder.builder()
                .source(Records.source(id, ADA))
                .title("Home care")
                .packageStatus(CarePackageStatus.ACTIVE)
                .provider(provider)
                .funding(CODE)
                .weeklyCost(new Money(BigDecimal.TEN, "GBP"))
                .build();
    }
}
