package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds assessments that were done twice. A pure function: the same groups for the same records in whatever order.
 *
 * <p>Sharing is ignored, for this only counts: for a user, give it what that user may see.
 */
public final class DuplicateRules {

    private static final Comparator<HeldAssessment> OLDEST_FIRST = Comparator.comparing(
                    (HeldAssessment held) -> Objects.requireNonNull(held.date()))
            .thenComparing(HeldAssessment::id)
            .thenComparing(HeldAssessment::partner);

    private final Catalogue catalogue;
    private final RuleSettings settings;
    private final String version;

    public DuplicateRules(Catalogue catalogue, RuleSettings settings) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.version = RuleVersion.of(catalogue, settings);
    }

    /**
     * Groups what is completed.
     *
     * @param at the last day that is looked at, from which it is looked back
     */
    public AssessmentGroups group(Collection<HeldAssessment> records, AdviceContext context, LocalDate at) {
        var usability = new Usability(catalogue, context);
        var copies = new Copies(usability);
        var distinct = records.stream()
                .filter(held -> isLookedAt(held, at) && usability.known(held).isPresent())
                .sorted(OLDEST_FIRST)
                .filter(copies::isFirst)
                .toList();
        var stars = new LinkedHashMap<HeldAssessment, List<DuplicateAssessment>>();
        var members = new ArrayList<HeldAssessment>();
        for (int place = 0; place < distinct.size(); place++) {
            var repeat = distinct.get(place);
            for (var earlier : distinct.subList(0, place)) {
                var found = members.contains(earlier)
                        ? Optional.<DuplicateAssessment>empty()
                        : duplicate(earlier, repeat, usability);
                if (found.isPresent()) {
                    stars.computeIfAbsent(earlier, _ -> new ArrayList<>()).add(found.get());
                    members.add(repeat);
                    break;
                }
            }
        }
        var groups = stars.entrySet().stream()
                .map(star -> new DuplicateAssessmentGroup(star.getKey(), star.getValue()))
                .sorted(Comparator.comparing(DuplicateAssessmentGroup::first, OLDEST_FIRST))
                .toList();
        return new AssessmentGroups(groups, copies.found(), version);
    }

    private boolean isLookedAt(HeldAssessment held, LocalDate at) {
        var date = held.date();
        return held.status() == AssessmentStatus.COMPLETED
                && held.confirmed()
                && date != null
                && !date.isAfter(at)
                && !date.isBefore(at.minusDays(settings.lookback().toDays()));
    }

    private Optional<DuplicateAssessment> duplicate(
            HeldAssessment earlier, HeldAssessment repeat, Usability usability) {
        var row = usability.known(repeat).orElseThrow();
        var earlierRow = usability.known(earlier).orElseThrow();
        if (row.neverReusable() || row.isEmployers() || isSameTeams(earlier, repeat)) {
            return Optional.empty();
        }
        var wanted = new Wanted(
                row,
                repeat.partner(),
                repeat.setting(),
                repeat.subject(row),
                Objects.requireNonNull(repeat.date()),
                true);
        if (!usability.of(earlier, wanted).counts()) {
            return Optional.empty();
        }
        var shared = shared(earlier, earlierRow, repeat, row);
        double share = (double) shared.size() / repeat.covers(row).size();
        boolean sameFamily = row.family().equals(earlierRow.family());
        return share >= settings.overlapMinShare() || (sameFamily && share >= settings.familyMinShare())
                ? Optional.of(new DuplicateAssessment(repeat, kind(earlierRow, row, sameFamily), shared, share))
                : Optional.empty();
    }

    /** Where a team is not stated it is taken for the same: planned repeats by one team are no duplicates. */
    private static boolean isSameTeams(HeldAssessment one, HeldAssessment other) {
        return one.partner().equals(other.partner())
                && (one.team() == null || other.team() == null || one.team().equals(other.team()));
    }

    private static Set<NeedsDomain> shared(
            HeldAssessment earlier, AssessmentInstrument earlierRow, HeldAssessment repeat, AssessmentInstrument row) {
        var before = earlier.covers(earlierRow);
        var shared = EnumSet.noneOf(NeedsDomain.class);
        repeat.covers(row).forEach((domain, depth) -> {
            var known = before.get(domain);
            if (known != null && known.reaches(depth)) {
                shared.add(domain);
            }
        });
        return shared;
    }

    private static DuplicateKind kind(AssessmentInstrument earlier, AssessmentInstrument repeat, boolean sameFamily) {
        if (earlier.id().equals(repeat.id())) {
            return DuplicateKind.SAME_INSTRUMENT;
        }
        if (repeat.dutyHolder() != null) {
            return DuplicateKind.OVERLAP_STATUTORY;
        }
        return sameFamily ? DuplicateKind.SAME_FAMILY : DuplicateKind.OVERLAP;
    }
}
