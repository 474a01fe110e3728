package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.NoAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.DateWindow;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Section;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One sentence, for each outcome, that a clinician can act on. Names the partner, never the person. */
final class SourceMessage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.UK);

    private static final String OWN_ONLY = " Your role sees only those of the organisations that you act for.";

    private static final String NOT_LABELLED =
            " Records with a label that your role may not see are left out, if there are any.";

    private SourceMessage() {}

    static String of(SourceAnswer source, DateWindow asked) {
        if (source.freshness() == Freshness.STALE) {
            return stale(source);
        }
        if (source.unasked() != null) {
            return source.partner().name() + unasked(source.unasked()) + ": it may hold " + words(source.section())
                    + (source.retryable() ? ", so try again." : ", so ask it directly.");
        }
        var partner = source.partner().name();
        var records = words(source.section());
        return switch (source.outcome()) {
            case ANSWERED ->
                Completeness.covers(source, asked)
                        ? partner + " answered." + (source.limits().scoped() ? OWN_ONLY : "")
                                + (source.limits().leavesOutLabelled() ? NOT_LABELLED : "")
                        : partner + " answered, but only for " + period(source)
                                + ": ask it directly about other dates.";
            case PARTIAL ->
                partner + " answered in part: " + missing(source)
                        + (source.retryable() ? ", so try again, or look" : ", so look") + " in its own system too.";
            case NO_RECORD -> partner + " does not know this person.";
            case NOTHING_RELEASED ->
                partner + " released nothing and does not say why: it may hold " + records + ", so ask it directly.";
            case NOT_LINKED ->
                "It is not established which record at " + partner + " is this person's: it may hold " + records
                        + ", so ask it directly.";
            case TIMED_OUT -> partner + " did not answer in time: it may hold " + records + ", so try again.";
            case UNAVAILABLE -> partner + " could not be reached: it may hold " + records + ", so try again.";
            case RATE_LIMITED ->
                partner + " is asked too often just now: it may hold " + records + ", so try again in a minute.";
            case INVALID_ANSWER ->
                partner + " sent an answer that cannot be used: it may hold " + records + ", so ask it directly.";
            case REFUSED -> partner + " refused to answer: it may hold " + records + ", so ask it directly.";
            case WITHHELD -> "Your role may not see " + records + " of " + partner + ".";
            case SWITCHED_OFF ->
                partner + " is not asked just now, by decision of this gateway's operator: it may hold " + records
                        + ", so ask it directly.";
            case NOT_NEEDED -> partner + " was left out.";
            case NOT_OFFERED -> partner + " does not offer " + records + ".";
        };
    }

    private static String unasked(NoAnswer.Unasked why) {
        return switch (why) {
            case HELD_BACK -> " cannot be asked just now";
            case PRACTICE_NOT_TOLD -> " was not asked, since the register could not tell the person's practice";
        };
    }

    /** What is shown may have changed since, so the reader is told from when it is. */
    private static String stale(SourceAnswer source) {
        var since = source.retrievedAt() == null
                ? "earlier"
                : "at " + TIME.format(source.retrievedAt().atZone(Moment.LONDON));
        var now = source.unasked() == null ? " does not answer just now" : unasked(source.unasked());
        return source.partner().name() + now + ". Shown is what it said " + since
                + ", which may have changed: try again, or ask it directly.";
    }

    private static String missing(SourceAnswer source) {
        if (source.extent() != null && source.extent().truncated()) {
            return "it holds or may hold more " + words(source.section()) + " than are shown";
        }
        return source.rejected() == 1
                ? "one record could not be read"
                : source.rejected() + " records could not be read";
    }

    private static String period(SourceAnswer source) {
        var extent = source.extent();
        if (extent == null) {
            return "another period";
        }
        return period(extent.covered().from(), extent.covered().to());
    }

    private static String period(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null) {
            return to == null ? "all time" : "up to " + DAY.format(to);
        }
        return to == null ? DAY.format(from) + " onwards" : DAY.format(from) + " to " + DAY.format(to);
    }

    private static String words(Section section) {
        return switch (section) {
            case DEMOGRAPHICS -> "details";
            case APPOINTMENTS -> "appointments";
            case CARE_PACKAGES -> "care packages";
            case REFERRALS -> "referrals";
            case ASSESSMENTS -> "assessments";
            case STAYS -> "stays";
            case RELATIONSHIPS -> "relationships";
            case INVOLVEMENTS -> "responsible workers";
        };
    }
}
