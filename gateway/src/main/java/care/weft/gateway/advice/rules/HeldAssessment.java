package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as the rules see it: done, under way, or planned, at one partner or announced here.
 *
 * @param id unique among all that are looked at together
 * @param partner the organisation that holds it; two councils are two partners
 * @param team null when not stated
 * @param organisation the assessor's, where it is not the partner's own; null when not stated
 * @param sourceId the identifier that the record carries from system to system; null for none
 * @param instrument its id in the catalogue; null where the partner's code could not be mapped
 * @param date the day it was completed, or for which it is booked, or on which it began: a Europe/London day, of a partial date
 *     the earliest that it may mean, so that nothing counts for longer than it should; null when not stated
 * @param setting where the person was cared for; null when not stated, which equals nothing
 * @param risk the band that it arrived at as a whole; null for none
 * @param subject null for the instrument's own
 * @param domains what it covers and how deeply, where the partner says so; empty otherwise
 * @param results the band that it arrived at in one domain, where that is stated
 * @param confirmed whether it is established that the record is this person's
 * @param refused whether sharing it was refused: other partners never learn of it
 * @param announcement where it is an announcement made at this gateway; null for a partner's record
 */
public record HeldAssessment(
        String id,
        String partner,
        @Nullable String team,
        @Nullable String organisation,
        @Nullable String sourceId,
        @Nullable String instrument,
        AssessmentStatus status,
        @Nullable LocalDate date,
        @Nullable CareSetting setting,
        @Nullable RiskBand risk,
        @Nullable AssessedSubject subject,
        Map<NeedsDomain, Depth> domains,
        Map<NeedsDomain, RiskBand> results,
        boolean confirmed,
        boolean refused,
        @Nullable Announcement announcement) {

    /** Newest first, undated last; then by id, so that the order in which partners answer makes no difference. */
    static final Comparator<HeldAssessment> NEWEST_FIRST = Comparator.comparing(
                    HeldAssessment::date, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(HeldAssessment::id)
            .thenComparing(HeldAssessment::partner);

    public HeldAssessment {
        var depths = new EnumMap<NeedsDomain, Depth>(NeedsDomain.class);
        depths.putAll(domains);
        domains = Collections.unmodifiableMap(depths);
        var bands = new EnumMap<NeedsDomain, RiskBand>(NeedsDomain.class);
        bands.putAll(results);
        results = Collections.unmodifiableMap(bands);
    }

    /** Whether the partner says what it covers. */
    boolean statesDomains() {
        return !domains.isEmpty();
    }

    /** What it covers: stated, else inferred from the instrument. */
    Map<NeedsDomain, Depth> covers(AssessmentInstrument known) {
        return statesDomains() ? domains : known.domains();
    }

    /** The band for one domain; null for none. */
    @Nullable
    RiskBand band(NeedsDomain domain) {
        return results.getOrDefault(domain, risk);
    }

    AssessedSubject subject(AssessmentInstrument known) {
        return subject == null ? new AssessedSubject(known.subject(), null) : subject;
    }
}
