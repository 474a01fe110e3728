package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.PartnerState;
import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.DataSource;
import care.weft.spi.model.Section;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who was heard.
 *
 * @param partners by id: how the least heard of a partner's sections was; who offers none of them is not named
 * @param sections those that every partner answered that offers them, and that one at least offers
 */
record Heard(Map<String, PartnerState> partners, Set<Section> sections) {

    /** Those in which something may have been recorded long ago that counts still. */
    private static final Set<Section> REACHING_BACK = EnumSet.of(Section.ASSESSMENTS, Section.STAYS);

    /** @param since the day from which on everything must be told */
    static Heard of(List<SectionAnswer> answers, LocalDate since) {
        var partners = new TreeMap<String, PartnerState>();
        var sections = EnumSet.noneOf(Section.class);
        for (var answer : answers) {
            var states = answer.sources().stream()
                    .flatMap(source -> state(source, since).stream()
                            .peek(state -> partners.merge(source.partner().id().value(), state, Heard::lessHeard)))
                    .toList();
            if (!states.isEmpty() && states.stream().allMatch(state -> state == PartnerState.OK)) {
                sections.add(answer.section());
            }
        }
        return new Heard(Collections.unmodifiableMap(partners), Collections.unmodifiableSet(sections));
    }

    private static PartnerState lessHeard(PartnerState one, PartnerState other) {
        if (one.silent() || other == PartnerState.OK) {
            return one;
        }
        return other;
    }

    /** Empty where the partner was not to be heard. */
    private static Optional<PartnerState> state(SourceAnswer source, LocalDate since) {
        // What was true a while ago says nothing of today.
        if (source.freshness() == Freshness.STALE) {
            return Optional.of(PartnerState.UNKNOWN);
        }
        return switch (source.outcome()) {
            // What the caller may see in part says nothing of the rest.
            case ANSWERED ->
                Optional.of(
                        source.limits().hidesRecords()
                                ? PartnerState.WITHHELD
                                : isWhole(source, since) ? PartnerState.OK : PartnerState.UNKNOWN);
            case NO_RECORD -> Optional.of(PartnerState.OK);
            case NOT_OFFERED, NOT_NEEDED -> Optional.empty();
            case WITHHELD -> Optional.of(PartnerState.WITHHELD);
            case PARTIAL, NOTHING_RELEASED, NOT_LINKED, INVALID_ANSWER, SWITCHED_OFF ->
                Optional.of(PartnerState.UNKNOWN);
            case TIMED_OUT, UNAVAILABLE, RATE_LIMITED -> Optional.of(PartnerState.TIMEOUT);
            case REFUSED -> Optional.of(PartnerState.DENIED);
        };
    }

    /** An extract cannot tell what is open now, and a short window not what happened before it. */
    private static boolean isWhole(SourceAnswer source, LocalDate since) {
        if (source.partner().profile().source() != DataSource.LIVE || source.extent() == null) {
            return false;
        }
        var from = source.extent().covered().from();
        return !REACHING_BACK.contains(source.section()) || from == null || !from.isAfter(since);
    }
}
