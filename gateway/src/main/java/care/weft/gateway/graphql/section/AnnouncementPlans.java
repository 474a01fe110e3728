package care.weft.gateway.graphql.section;

import care.weft.gateway.access.Caller;
import care.weft.gateway.advice.AnnouncedAssessment;
import care.weft.gateway.advice.Announcements;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.graphql.BadArgument;
import care.weft.gateway.graphql.OpaqueIds;
import care.weft.gateway.person.Person;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Moment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what is to be announced: what is wrong is named, with the remedy, and never repeated. */
@Component
final class AnnouncementPlans {

    static final int LONGEST_REASON = 500;
    static final int LONGEST_KEY = 64;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9()][0-9() -]{4,30}( ?(ext|x)\\.? ?[0-9]{1,6})?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,189}");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_NAME = 100;

    private final Announcements announcements;
    private final Intents intents;
    private final PersonSeal seal;
    private final OpaqueIds ids;
    private final Clock clock;

    AnnouncementPlans(Announcements announcements, Intents intents, PersonSeal seal, OpaqueIds ids, Clock clock) {
        this.announcements = announcements;
        this.intents = intents;
        this.seal = seal;
        this.ids = ids;
        this.clock = clock;
    }

    /** The intent for the day of the plan. Refuses what cannot be understood: to be asked before anybody is. */
    AssessmentIntentInput check(AssessmentIntentInput intent, AnnouncementPlanInput plan, Caller caller) {
        matches(
                plan.key(),
                KEY,
                "plan.key",
                "8 to 64 letters, digits, hyphens and underscores, new for each announcement");
        line(plan.where(), LONGEST_LINE, "plan.where");
        line(plan.who(), LONGEST_NAME, "plan.who");
        line(intent.team(), LONGEST_NAME, "intent.team");
        line(intent.carer(), LONGEST_NAME, "intent.carer");
        check(plan.contact());
        var day = Moment.of(plan.when()).earliestDay();
        if (plan.when().isBefore(clock.instant())) {
            throw new BadArgument("plan.when", "Argument 'plan.when' must not be in the past.");
        }
        if (plan.when().isAfter(announcements.latest())) {
            throw new BadArgument("plan.when", "Argument 'plan.when' is too far ahead: announce it nearer to the day.");
        }
        if (intent.date() != null && !intent.date().equals(day)) {
            throw new BadArgument("intent.date", "Argument 'intent.date' must be the day of 'plan.when', or left out.");
        }
        var ofTheDay = on(day, intent);
        intents.check(ofTheDay, caller);
        return ofTheDay;
    }

    private static void check(AnnouncementPlanInput.ContactInput contact) {
        if (contact.phone() == null && contact.email() == null) {
            throw new BadArgument(
                    "plan.contact", "Argument 'plan.contact' must have a phone or an email: others will want to join.");
        }
        matches(contact.phone(), PHONE, "plan.contact.phone", "a telephone number: digits, spaces, + and brackets");
        matches(contact.email(), EMAIL, "plan.contact.email", "an e-mail address");
        line(contact.hours(), LONGEST_LINE, "plan.contact.hours");
    }

    private static void matches(@Nullable String value, Pattern pattern, String argument, String remedy) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new BadArgument(argument, "Argument '" + argument + "' must be " + remedy + ".");
        }
    }

    /** One line of text that says something. */
    static void line(@Nullable String value, int longest, String argument) {
        if (value != null
                && (value.isBlank() || value.length() > longest || value.chars().anyMatch(Character::isISOControl))) {
            throw new BadArgument(
                    argument, "Argument '" + argument + "' must be one line of 1 to " + longest + " characters.");
        }
    }

    private static AssessmentIntentInput on(LocalDate day, AssessmentIntentInput intent) {
        return new AssessmentIntentInput(
                intent.nhsNumber(),
                intent.instrument(),
                intent.team(),
                intent.setting(),
                intent.reason(),
                intent.onBehalfOf(),
                day,
                intent.completeBy(),
                intent.subject(),
                intent.carer(),
                intent.requiredDomains(),
                intent.personWantsFresh());
    }

    /** What is to be announced, of what was checked. */
    AnnouncedAssessment of(AssessmentIntentInput intent, AnnouncementPlanInput plan, Caller caller, Person person) {
        var callerId = callerId(caller);
        var contact = plan.contact();
        return new AnnouncedAssessment(
                ids.saying("ANNOUNCEMENT", callerId + "\n" + plan.key()),
                plan.key(),
                seal.seal(person.key()),
                intent.instrument(),
                Intents.subject(intent, intents.instrument(intent)),
                intent.setting(),
                Objects.requireNonNullElse(intent.requiredDomains(), List.<NeedsDomain>of()).stream()
                        .map(Enum::name)
                        .distinct()
                        .sorted()
                        .toList(),
                intents.partner(intent, caller, person),
                Intents.actedFor(intent, caller),
                intent.team(),
                callerId,
                plan.who() == null ? caller.name() : plan.who(),
                plan.when(),
                plan.where(),
                new Contact(contact.phone(), contact.email(), contact.hours()));
    }

    /** Of all issuers' callers one. */
    static String callerId(Caller caller) {
        return caller.issuer() + " " + caller.id();
    }
}
