package care.weft.gateway.graphql.section;

import care.weft.gateway.advice.Advised;
import care.weft.gateway.advice.AnnouncementSource;
import care.weft.gateway.advice.Duplicates;
import care.weft.gateway.advice.rules.AssessmentAdvice;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.advice.rules.DomainCoverage;
import care.weft.gateway.advice.rules.DuplicateAssessmentGroup;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.Person;
import care.weft.spi.DateWindow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what the rules say into the words of the API, and says what it is worth. */
@Component
final class AdviceViews {

    private final RecordLists lists;
    private final OpaqueIds ids;
    private final Partners partners;
    private final AnnouncementSource announcements;
    private final Clock clock;

    AdviceViews(RecordLists lists, OpaqueIds ids, Partners partners, AnnouncementSource announcements, Clock clock) {
        this.lists = lists;
        this.ids = ids;
        this.partners = partners;
        this.announcements = announcements;
        this.clock = clock;
    }

    AdviceView of(AssessmentInstrument instrument, Person person, AssessmentIntent intent, Advised advised) {
        var advice = advised.advice();
        var named = new NamedRecords(advised.records(), lists, clock.instant());
        return new AdviceView(
                id(intent, person, advice),
                new InstrumentView(instrument),
                advice,
                advice.domains().stream().map(each -> coverage(each, named)).toList(),
                named.orNull(advice.joinWith()),
                advice.evidence().stream()
                        .map(each -> new AdviceView.EvidenceView(
                                named.of(each.assessment()), each.reason(), each.changedBy()))
                        .toList(),
                Stream.concat(partners.all().stream(), Stream.of(announcements.partner()))
                        .filter(partner ->
                                advice.unanswered().contains(partner.id().value()))
                        .toList(),
                lists.statuses(advised.answers()),
                worth(advised.answers(), advised.since(), advised.since(), advice.unanswered(), advice.withheld()),
                false,
                null);
    }

    /** Of the intent and all that is said of it, and not of the day: tomorrow it is the same card. */
    private String id(AssessmentIntent intent, Person person, AssessmentAdvice advice) {
        var evidence =
                advice.evidence().stream().map(each -> each.assessment().id() + "=" + each.reason() + each.changedBy());
        var plan = advice.joinWith();
        var rest = Stream.of(
                person.key().value(),
                intent.instrument(),
                intent.partner(),
                intent.team(),
                intent.setting(),
                intent.reason(),
                intent.subject(),
                intent.required(),
                intent.completeBy(),
                intent.personWantsFresh(),
                plan == null ? null : plan.id() + plan.date(),
                advice.decision(),
                advice.reason(),
                advice.gates(),
                advice.confirm(),
                advice.residualDomains(),
                advice.determination(),
                advice.unanswered(),
                advice.withheld(),
                advice.ruleVersion());
        return ids.saying(
                "ADVICE", Stream.concat(rest, evidence).map(String::valueOf).collect(Collectors.joining("\n")));
    }

    private static AdviceView.CoverageView coverage(DomainCoverage coverage, NamedRecords named) {
        return new AdviceView.CoverageView(
                coverage.domain(),
                coverage.required(),
                named.orNull(coverage.by()),
                coverage.depth(),
                coverage.basis(),
                named.all(coverage.conflicting()));
    }

    DuplicatesView of(Duplicates duplicates) {
        var named = new NamedRecords(duplicates.records(), lists, clock.instant());
        return new DuplicatesView(
                duplicates.assessments().groups().stream()
                        .map(group -> group(group, named))
                        .toList(),
                duplicates.referrals().stream()
                        .map(group -> new DuplicatesView.ReferralGroupView(
                                group.rule(),
                                group.referrals().stream().map(named::of).toList()))
                        .toList(),
                duplicates.clashes().stream()
                        .map(clash -> new DuplicatesView.ClashView(
                                clash.rule(), named.of(clash.first()), named.of(clash.second())))
                        .toList(),
                lists.statuses(duplicates.answers()),
                worth(duplicates.answers(), duplicates.since(), duplicates.today(), List.of(), List.of()),
                duplicates.assessments().ruleVersion());
    }

    private static DuplicatesView.AssessmentGroupView group(DuplicateAssessmentGroup group, NamedRecords named) {
        return new DuplicatesView.AssessmentGroupView(
                named.of(group.first()),
                group.repeats().stream()
                        .map(repeat -> new DuplicatesView.RepeatView(
                                named.of(repeat.assessment()),
                                repeat.kind(),
                                List.copyOf(repeat.sharedDomains()),
                                BigDecimal.valueOf(repeat.share()).setScale(2, RoundingMode.HALF_UP)))
                        .toList());
    }

    /**
     * What all answers together are worth: never more than the rules made of them.
     *
     * @param since from when on what was done, or happened, must be told
     * @param appointments from when on appointments must be told
     */
    private static Completeness worth(
            List<SectionAnswer> answers,
            LocalDate since,
            LocalDate appointments,
            List<String> unanswered,
            List<String> withheld) {
        var ofSections = answers.stream()
                .map(answer -> Completeness.of(
                        answer.sources(),
                        switch (answer.section()) {
                            case ASSESSMENTS, STAYS -> new DateWindow(since, null);
                            case APPOINTMENTS -> new DateWindow(appointments, null);
                            case DEMOGRAPHICS, CARE_PACKAGES, REFERRALS, RELATIONSHIPS, INVOLVEMENTS ->
                                DateWindow.ALWAYS;
                        }));
        var ofRules = !unanswered.isEmpty()
                ? Completeness.INCOMPLETE
                : withheld.isEmpty() ? Completeness.COMPLETE : Completeness.COMPLETE_FOR_YOUR_ROLE;
        return Stream.concat(Stream.of(ofRules), ofSections)
                .max(Comparator.naturalOrder())
                .orElse(Completeness.INCOMPLETE);
    }
}
