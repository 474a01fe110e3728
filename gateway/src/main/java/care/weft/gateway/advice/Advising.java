package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AdviceContext;
import care.weft.gateway.advice.rules.AdviceRules;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.ClashRules;
import care.weft.gateway.advice.rules.DuplicateRules;
import care.weft.gateway.advice.rules.HeldAssessment;
import care.weft.gateway.advice.rules.ReferralRules;
import care.weft.gateway.advice.rules.TrustAgreement;
import care.weft.gateway.fanout.OnRegister;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.Assessment;
import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what partners answered before the rules. Reads nothing itself: what the caller may not see never comes here. */
@Component
public final class Advising {

    /** What advice rests on: what was assessed, and what may have changed since. */
    public static final List<Section> SECTIONS =
            List.of(Section.ASSESSMENTS, Section.STAYS, Section.RELATIONSHIPS, Section.DEMOGRAPHICS);

    /** What duplicates are looked for in. */
    public static final List<Section> ALL_SECTIONS = Stream.concat(
                    SECTIONS.stream(), Stream.of(Section.REFERRALS, Section.APPOINTMENTS))
            .toList();

    private final Catalogue catalogue;
    private final Concepts concepts;
    private final AdviceRules adviceRules;
    private final DuplicateRules duplicateRules;
    private final Set<TrustAgreement> agreements;
    private final Duration lookback;
    private final Partners partners;
    private final Clock clock;

    Advising(
            Catalogue catalogue,
            Concepts concepts,
            AdviceRules adviceRules,
            DuplicateRules duplicateRules,
            AdviceSettings settings,
            Partners partners,
            Clock clock) {
        this.catalogue = catalogue;
        this.concepts = concepts;
        this.adviceRules = adviceRules;
        this.duplicateRules = duplicateRules;
        this.agreements = settings.agreements(partners);
        this.lookback = settings.lookback();
        this.partners = partners;
        this.clock = clock;
        // What lies beside the adapters is read now: no request waits for a file.
        partners.all().forEach(partner -> concepts.of(partner.kind()));
    }

    /**
     * Advises on an intended assessment.
     *
     * @param intent of an instrument of the catalogue
     * @param answers to {@link #SECTIONS}
     * @param announced those announcements that are among them
     */
    public Advised advise(
            AssessmentIntent intent,
            Person person,
            List<SectionAnswer> answers,
            List<AssessmentAnnouncement> announced) {
        var since = intent.on().minusDays(longestValidity());
        var told = Told.of(person, answers, announced, concepts);
        var plans = told.assessments().stream().filter(Advising::isPlan).toList();
        var records = told.assessments().stream().filter(held -> !isPlan(held)).toList();
        var context = context(person, told, Heard.of(answers, since));
        return new Advised(adviceRules.decide(intent, records, plans, context), told.records(), answers, since);
    }

    /**
     * Finds what is done, asked for or booked twice.
     *
     * @param answers to {@link #ALL_SECTIONS}
     */
    public Duplicates duplicates(Person person, List<SectionAnswer> answers) {
        var today = LocalDate.now(clock.withZone(Moment.LONDON));
        var since = today.minusDays(lookback.toDays());
        var told = Told.of(person, answers, concepts);
        var context = context(person, told, Heard.of(answers, since));
        return new Duplicates(
                duplicateRules.group(told.assessments(), context, today),
                ReferralRules.duplicates(told.records(Referral.class)),
                ClashRules.clashes(told.records(Appointment.class), clock.instant()),
                told.records(),
                answers,
                since,
                today);
    }

    /**
     * How much was done twice, for figures.
     *
     * @param answers to {@link #SECTIONS}
     */
    public FoundTwice found(Person person, List<SectionAnswer> answers) {
        var today = LocalDate.now(clock.withZone(Moment.LONDON));
        var since = today.minusDays(lookback.toDays());
        var told = Told.of(person, answers, concepts);
        var context = context(person, told, Heard.of(answers, since));
        return FoundTwice.of(
                told.assessments(), duplicateRules.group(told.assessments(), context, today), since, today);
    }

    /** The instrument that a partner's assessment was made with; empty when it cannot be told. */
    public Optional<AssessmentInstrument> instrument(Partner partner, Assessment assessment) {
        return concepts.instrument(partner.id(), partner.kind(), assessment).flatMap(catalogue::find);
    }

    private static boolean isPlan(HeldAssessment held) {
        return held.status() == AssessmentStatus.BOOKED || held.status() == AssessmentStatus.IN_PROGRESS;
    }

    private AdviceContext context(Person person, Told told, Heard heard) {
        return new AdviceContext(
                isEstablished(person),
                told.changes(),
                false,
                agreements,
                heard.partners(),
                kindsNotConnected(),
                catalogue.toldBy(heard.sections()),
                false);
    }

    /** A number that the register does not have may be a slip of the pen, and one that it withdrew is nobody's. */
    public static boolean isEstablished(Person person) {
        return switch (person.identified().register()) {
            case OnRegister.Known _, OnRegister.Unanswered _, OnRegister.NotAsked _ -> true;
            case OnRegister.NotKnown _, OnRegister.Withdrawn _ -> false;
        };
    }

    private Set<String> kindsNotConnected() {
        var kinds = new HashSet<>(catalogue.partnerKinds());
        partners.all().forEach(partner -> kinds.remove(partner.kind()));
        return Set.copyOf(kinds);
    }

    private int longestValidity() {
        return catalogue.instruments().stream()
                .mapToInt(row -> row.validity().longest())
                .max()
                .orElse(0);
    }
}
