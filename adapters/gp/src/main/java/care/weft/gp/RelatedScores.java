package care.weft.gp;

import care.weft.fhir.Element;
import care.weft.fhir.Reference;
import care.weft.fhir.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds observations that tell of an assessment that another one tells of already: a heading and the total below it, both coded
 * as the same instrument. The one with the result stays, of two with a result the heading.
 */
final class RelatedScores {

    private final Map<String, Resource> scores = new HashMap<>();
    private final Set<String> doubled = new HashSet<>();

    private RelatedScores() {}

    /** The ids of those to leave out. */
    static Set<String> doubled(List<Resource> observations) {
        var related = new RelatedScores();
        observations.forEach(related::collect);
        observations.forEach(related::compare);
        return related.doubled;
    }

    private void collect(Resource observation) {
        if (observation.id() != null && instrument(observation) != null) {
            scores.put(observation.id(), observation);
        }
    }

    private void compare(Resource observation) {
        var element = observation.element();
        related(element, "has-member").forEach(below -> compare(observation.id(), below));
        element.references("hasMember").stream()
                .map(Reference::id)
                .filter(Objects::nonNull)
                .forEach(below -> compare(observation.id(), below));
        related(element, "derived-from").forEach(above -> compare(above, observation.id()));
    }

    private static Stream<String> related(Element element, String type) {
        return element.each("related").stream()
                .filter(related -> type.equals(related.text("type")))
                .map(related -> related.reference("target").id())
                .filter(Objects::nonNull);
    }

    private void compare(@Nullable String aboveId, @Nullable String belowId) {
        if (aboveId == null || belowId == null || doubled.contains(aboveId) || doubled.contains(belowId)) {
            return;
        }
        var above = scores.get(aboveId);
        var below = scores.get(belowId);
        if (above == null || below == null || above == below || instrument(above) != instrument(below)) {
            return;
        }
        if (!above.labels().equals(below.labels())) {
            // Who may not see the one must be shown the other as if it were alone.
            return;
        }
        boolean belowTellsMore = !Assessments.hasResult(above.element()) && Assessments.hasResult(below.element());
        doubled.add(belowTellsMore ? aboveId : belowId);
    }

    private static @Nullable Instrument instrument(Resource observation) {
        return Instrument.of(observation.element(), true)
                .map(Instrument.Named::instrument)
                .orElse(null);
    }
}
