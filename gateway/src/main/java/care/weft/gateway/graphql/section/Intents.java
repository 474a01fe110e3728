package care.weft.gateway.graphql.section;

import care.weft.gateway.access.Caller;
import care.weft.gateway.advice.rules.Announcement;
import care.weft.gateway.advice.rules.AssessedSubject;
import care.weft.gateway.advice.rules.AssessmentInstrument;
import care.weft.gateway.advice.rules.AssessmentIntent;
import care.weft.gateway.advice.rules.Catalogue;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.advice.rules.RequiredDomain;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.PartnerKind;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.Person;
import care.weft.spi.model.AssessmentSubject;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands an intent as it is asked about: who would assess, with what, when. */
@Component
final class Intents {

    /** Who works for none of the partners owns none of their records, and has plans of their own organisation's. */
    private static final String NO_PARTNER = "organisation:";

    private final Catalogue catalogue;
    private final Partners partners;
    private final Clock clock;

    Intents(Catalogue catalogue, Partners partners, Clock clock) {
        this.catalogue = catalogue;
        this.partners = partners;
        this.clock = clock;
    }

    /** Refuses what cannot be understood, whoever the person is: to be asked before anybody is. */
    void check(AssessmentIntentInput asked, Caller caller) {
        var instrument = instrument(asked);
        var on = on(asked);
        if (asked.date() != null && on.isBefore(today())) {
            throw new BadArgument("intent.date", "Argument 'intent.date' must be today or later.");
        }
        if (asked.completeBy() != null && asked.completeBy().isBefore(on)) {
            throw new BadArgument("intent.completeBy", "Argument 'intent.completeBy' must not be before 'date'.");
        }
        if (asked.carer() != null && subject(asked, instrument).kind() != AssessmentSubject.CARER) {
            throw new BadArgument(
                    "intent.carer", "Argument 'intent.carer' is for an assessment whose subject is a carer.");
        }
        var organisation = asked.onBehalfOf();
        if (organisation != null && caller.actsFor().stream().noneMatch(each -> organisation.equals(each.odsCode()))) {
            throw new BadArgument(
                    "intent.onBehalfOf",
                    "Argument 'intent.onBehalfOf' must be the ODS code of an organisation in me.actsForOrganisations.");
        }
    }

    /** One that was checked. */
    AssessmentIntent of(AssessmentIntentInput asked, Caller caller, Person person) {
        return of(asked, caller, person, null);
    }

    /** @param announcement where it is announced itself */
    AssessmentIntent of(
            AssessmentIntentInput asked, Caller caller, Person person, @Nullable Announcement announcement) {
        var required = Objects.requireNonNullElse(asked.requiredDomains(), List.<NeedsDomain>of());
        return new AssessmentIntent(
                asked.instrument(),
                partner(asked, caller, person),
                asked.team(),
                asked.setting(),
                on(asked),
                asked.reason(),
                subject(asked, instrument(asked)),
                required.stream()
                        .map(domain -> new RequiredDomain(domain, null))
                        .toList(),
                asked.completeBy(),
                asked.personWantsFresh(),
                announcement);
    }

    AssessmentInstrument instrument(AssessmentIntentInput asked) {
        return catalogue
                .find(asked.instrument())
                .orElseThrow(
                        () -> new BadArgument(
                                "intent.instrument",
                                "Argument 'intent.instrument' must be an id of assessmentInstruments, such as CARE_ACT_NEEDS."));
    }

    private LocalDate on(AssessmentIntentInput asked) {
        return asked.date() == null ? today() : asked.date();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Moment.LONDON));
    }

    static AssessedSubject subject(AssessmentIntentInput asked, AssessmentInstrument instrument) {
        var kind = asked.subject() == null ? instrument.subject() : asked.subject();
        return new AssessedSubject(kind, asked.carer());
    }

    /** Whose records are the own: by the organisation's code; a practice's are those of the people registered with it. */
    String partner(AssessmentIntentInput asked, Caller caller, Person person) {
        var organisation = organisation(asked, caller);
        if (organisation == null) {
            return NO_PARTNER;
        }
        boolean ownPractice = organisation.equals(person.identified().register().practice());
        return partners.all().stream()
                .filter(partner -> organisation.equals(partner.odsCode())
                        || (ownPractice && partner.odsCode() == null && isOfPractices(partner)))
                .findFirst()
                .map(partner -> partner.id().value())
                .orElse(NO_PARTNER + organisation);
    }

    private static @Nullable String organisation(AssessmentIntentInput asked, Caller caller) {
        var organisation = actedFor(asked, caller);
        return organisation == null ? null : organisation.odsCode();
    }

    /** The organisation that the assessment would be done for; null for a caller who has none. */
    static @Nullable Organisation actedFor(AssessmentIntentInput asked, Caller caller) {
        var named = asked.onBehalfOf();
        return named == null
                ? caller.employer()
                : caller.actsFor().stream()
                        .filter(each -> named.equals(each.odsCode()))
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isOfPractices(Partner partner) {
        return PartnerKind.of(partner.kind()) == PartnerKind.GP;
    }
}
