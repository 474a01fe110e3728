package care.weft.gateway.graphql.section;

import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.DataSource;
import care.weft.spi.DateWindow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the absence of a record means anything. The table is published in {@code schema/docs/completeness.md}. */
public enum Completeness {
    COMPLETE,
    COMPLETE_FOR_YOUR_ROLE,
    INCOMPLETE;

    /**
     * What a list is worth.
     *
     * @param sources every partner, those that have no such section among them
     * @param asked the period asked; an end that is null was not asked for, and each partner's own window stands for it
     */
    static Completeness of(List<SourceAnswer> sources, DateWindow asked) {
        var able = sources.stream()
                .filter(source -> source.outcome() != Outcome.NOT_OFFERED)
                .toList();
        // With nobody to hold such records, an empty list would say "none" on nobody's word.
        if (able.isEmpty()) {
            return INCOMPLETE;
        }
        return able.stream()
                .map(source -> of(source, asked))
                .max(Comparator.naturalOrder())
                .orElse(INCOMPLETE);
    }

    /** What is put together from several sections is as complete as the least complete of them. */
    static Completeness ofAll(List<SectionAnswer> answers, DateWindow asked) {
        return answers.stream()
                .map(answer -> of(answer.sources(), asked))
                .max(Comparator.naturalOrder())
                .orElse(INCOMPLETE);
    }

    private static Completeness of(SourceAnswer source, DateWindow asked) {
        return switch (source.outcome()) {
            case ANSWERED ->
                !whole(source) || !covers(source, asked)
                        ? INCOMPLETE
                        : source.limits().leavesOut() ? COMPLETE_FOR_YOUR_ROLE : COMPLETE;
            case NO_RECORD, NOT_OFFERED, NOT_NEEDED -> COMPLETE;
            case WITHHELD -> COMPLETE_FOR_YOUR_ROLE;
            case PARTIAL,
                    NOTHING_RELEASED,
                    NOT_LINKED,
                    INVALID_ANSWER,
                    TIMED_OUT,
                    UNAVAILABLE,
                    RATE_LIMITED,
                    REFUSED,
                    SWITCHED_OFF -> INCOMPLETE;
        };
    }

    /** An extract cannot say what is open now. */
    private static boolean whole(SourceAnswer source) {
        return source.partner().profile().source() == DataSource.LIVE;
    }

    static boolean covers(SourceAnswer source, DateWindow asked) {
        return source.extent() != null && reaches(source.extent().covered(), asked);
    }

    /** Only the ends that were asked for count: a covered window that begins later than {@code from} falls short. */
    private static boolean reaches(DateWindow covered, DateWindow asked) {
        return (asked.from() == null
                        || covered.from() == null
                        || !covered.from().isAfter(asked.from()))
                && (asked.to() == null || covered.to() == null || !covered.to().isBefore(asked.to()))
                && !misses(covered, asked);
    }

    /** A question that lies wholly outside what is covered, though only one of its ends was asked for. */
    private static boolean misses(DateWindow covered, DateWindow asked) {
        return isAfter(asked.from(), covered.to()) || isAfter(covered.from(), asked.to());
    }

    private static boolean isAfter(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && one.isAfter(other);
    }
}
