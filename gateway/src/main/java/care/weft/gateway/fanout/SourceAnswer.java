package care.weft.gateway.fanout;

import care.weft.gateway.partner.Partner;
import care.weft.spi.Extent;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one partner said of one section of one person's record.
 *
 * @param entries empty unless the outcome is ANSWERED or PARTIAL, or the freshness STALE: then the outcome says how the partner
 *     is now, and the entries, extent and times are of an earlier answer
 * @param extent what the answer covers; null when there is no answer
 * @param asOf when the partner read its data; null when it does not say
 * @param retrievedAt when the answer came; null when there is none
 * @param unread for each record that the partner sent and that could not be read, the labels that it bears
 * @param freshness null when there is no answer
 * @param retryable whether asking again soon may tell more
 * @param unasked why the partner was not asked, where it is to be told beside the outcome; else null
 * @param limits how much of it the caller may see: what is left out is not in the entries
 */
public record SourceAnswer(
        Partner partner,
        Section section,
        Outcome outcome,
        List<Entry> entries,
        @Nullable Extent extent,
        @Nullable Instant asOf,
        @Nullable Instant retrievedAt,
        List<Set<Confidentiality>> unread,
        @Nullable Freshness freshness,
        boolean retryable,
        NoAnswer.@Nullable Unasked unasked,
        Limits limits) {

    public SourceAnswer {
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
    }

    /** How many records could not be read, 0 or more. */
    public int rejected() {
        return unread.size();
    }

    /** One whose outcome says whether it is retryable. */
    public SourceAnswer(
            Partner partner,
            Section section,
            Outcome outcome,
            List<Entry> entries,
            @Nullable Extent extent,
            @Nullable Instant asOf,
            @Nullable Instant retrievedAt,
            List<Set<Confidentiality>> unread,
            @Nullable Freshness freshness) {
        this(
                partner,
                section,
                outcome,
                entries,
                extent,
                asOf,
                retrievedAt,
                unread,
                freshness,
                outcome.retryable(),
                null,
                Limits.NONE);
    }

    SourceAnswer with(List<Entry> others) {
        return limited(others, unread, limits);
    }

    /** What the caller may see of the same. */
    SourceAnswer limited(List<Entry> shown, List<Set<Confidentiality>> unreadOnes, Limits to) {
        // What is in part for others only is whole.
        boolean whole = outcome == Outcome.PARTIAL && !unread.isEmpty() && unreadOnes.isEmpty() && !isTruncated();
        return new SourceAnswer(
                partner,
                section,
                whole ? Outcome.ANSWERED : outcome,
                shown,
                extent,
                asOf,
                retrievedAt,
                unreadOnes,
                freshness,
                !whole && retryable,
                unasked,
                to);
    }

    /**
     * Whether it can be told again later: all, or all but records that some callers may not know of, to whom it is all. Were it not kept, that
     * it came anew each time would tell them.
     */
    boolean isKept() {
        return outcome == Outcome.ANSWERED
                || (outcome == Outcome.PARTIAL
                        && !retryable
                        && !isTruncated()
                        && !unread.isEmpty()
                        && unread.stream().noneMatch(Set::isEmpty));
    }

    private boolean isTruncated() {
        return extent != null && extent.truncated();
    }

    /** The same, told again to another operation. */
    SourceAnswer again() {
        return with(now(), freshness == null ? null : freshness.kept(), retryable);
    }

    /** The same, shown while the partner does not answer. */
    SourceAnswer stale(NoAnswer now) {
        return with(now, Freshness.STALE, now.outcome().retryable());
    }

    /** The same; where it is only a part, asking again may tell the rest. */
    SourceAnswer afterPassingFaults() {
        return with(now(), freshness, retryable || outcome == Outcome.PARTIAL);
    }

    /** How the partner is, whether that is an answer or none. */
    NoAnswer now() {
        return new NoAnswer(outcome, unasked);
    }

    private SourceAnswer with(NoAnswer how, @Nullable Freshness then, boolean again) {
        return new SourceAnswer(
                partner,
                section,
                how.outcome(),
                entries,
                extent,
                asOf,
                retrievedAt,
                unread,
                then,
                again,
                how.unasked(),
                limits);
    }

    /** Nothing, and why. */
    public static SourceAnswer without(Partner partner, Section section, Outcome outcome) {
        return without(partner, section, NoAnswer.of(outcome));
    }

    /** The same, with what kept the gateway from asking. */
    static SourceAnswer without(Partner partner, Section section, NoAnswer why) {
        var outcome = why.outcome();
        return new SourceAnswer(
                partner,
                section,
                outcome,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                outcome.retryable(),
                why.unasked(),
                Limits.NONE);
    }
}
