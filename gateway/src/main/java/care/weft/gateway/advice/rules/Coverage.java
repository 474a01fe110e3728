package care.weft.gateway.advice.rules;

import care.weft.spi.model.RiskBand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What covers each required domain: of all that do the latest, then the deepest, then the asker's own, then the lowest id.
 * Where two of one family contradict each other, none does.
 *
 * @param domains in the order of the required ones
 */
record Coverage(List<DomainCoverage> domains) {

    static Coverage of(Asked asked, Collection<HeldAssessment> usable, Usability usability) {
        var domains = new ArrayList<DomainCoverage>();
        asked.required().forEach((domain, depth) -> {
            var covering = usable.stream()
                    .filter(held -> reaches(held, domain, depth, usability))
                    .toList();
            domains.add(domain(asked, domain, depth, covering, usability));
        });
        return new Coverage(List.copyOf(domains));
    }

    private static boolean reaches(HeldAssessment held, NeedsDomain domain, Depth depth, Usability usability) {
        var covered = covers(held, usability).get(domain);
        return covered != null && covered.reaches(depth);
    }

    private static Map<NeedsDomain, Depth> covers(HeldAssessment held, Usability usability) {
        return usability.known(held).map(held::covers).orElse(Map.of());
    }

    private static DomainCoverage domain(
            Asked asked, NeedsDomain domain, Depth depth, List<HeldAssessment> covering, Usability usability) {
        var conflicting = conflicting(domain, covering, usability);
        if (!conflicting.isEmpty()) {
            return new DomainCoverage(domain, depth, null, null, null, conflicting);
        }
        var best = covering.stream().min(best(asked, domain, usability));
        return best.map(held -> new DomainCoverage(
                        domain,
                        depth,
                        held,
                        covers(held, usability).get(domain),
                        held.statesDomains() ? CoverageBasis.STATED : CoverageBasis.INFERRED,
                        List.of()))
                .orElse(DomainCoverage.none(domain, depth));
    }

    private static Comparator<HeldAssessment> best(Asked asked, NeedsDomain domain, Usability usability) {
        return Comparator.comparing((HeldAssessment held) -> Objects.requireNonNull(held.date()))
                .thenComparing(
                        held -> Objects.requireNonNull(covers(held, usability).get(domain)))
                .thenComparing(held -> held.partner().equals(asked.intent().partner()))
                .reversed()
                .thenComparing(HeldAssessment::id)
                .thenComparing(HeldAssessment::partner);
    }

    private static List<HeldAssessment> conflicting(
            NeedsDomain domain, List<HeldAssessment> covering, Usability usability) {
        var families = covering.stream()
                .collect(Collectors.groupingBy(
                        held -> usability
                                .known(held)
                                .map(AssessmentInstrument::family)
                                .orElse(""),
                        TreeMap::new,
                        Collectors.toList()));
        return families.values().stream()
                .filter(family -> bands(domain, family).size() > 1)
                .flatMap(List::stream)
                .filter(held -> held.band(domain) != null)
                .sorted(HeldAssessment.NEWEST_FIRST)
                .toList();
    }

    private static Set<RiskBand> bands(NeedsDomain domain, List<HeldAssessment> family) {
        var bands = EnumSet.noneOf(RiskBand.class);
        for (var held : family) {
            var band = held.band(domain);
            if (band != null) {
                bands.add(band);
            }
        }
        return bands;
    }

    Set<NeedsDomain> covered() {
        return in(true);
    }

    Set<NeedsDomain> uncovered() {
        return in(false);
    }

    private Set<NeedsDomain> in(boolean covered) {
        var found = EnumSet.noneOf(NeedsDomain.class);
        domains.stream()
                .filter(each -> (each.by() != null) == covered)
                .map(DomainCoverage::domain)
                .forEach(found::add);
        return found;
    }

    /** The assessments that cover anything. */
    List<HeldAssessment> relied() {
        return domains.stream()
                .map(DomainCoverage::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
