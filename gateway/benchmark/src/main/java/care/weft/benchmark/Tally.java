package care.weft.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How answers were labelled. */
final class Tally {

    private static final int EXAMPLES = 5;

    private final Map<String, Integer> mistakes = new TreeMap<>();
    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final Set<Trouble> troubles;
    private final boolean troubled;
    private int answers;
    private int right;
    private int othersWhole;

    /**
     * Of nothing yet.
     *
     * @param troubles that partners have or will have
     * @param troubled whether they have them now
     */
    Tally(Set<Trouble> troubles, boolean troubled) {
        this.troubles = troubles;
        this.troubled = troubled;
    }

    /**
     * Scans one more answer.
     *
     * @param before what was said of the same person when all was well
     */
    synchronized void add(Labels before, Reply reply) {
        answers++;
        var labels = Labels.read(reply).orElse(null);
        if (labels == null) {
            mistakes.merge(reply.status() == 200 ? "with errors" : "status " + reply.status(), 1, Integer::sum);
            return;
        }
        labels.lists()
                .values()
                .forEach(list -> list.sources()
                        .values()
                        .forEach(source -> outcomes.computeIfAbsent(source.partner(), _ -> new TreeMap<>())
                                .merge(source.outcome(), 1, Integer::sum)));
        var found = before.mistakesOf(labels, troubled ? troubles : Set.of());
        found.forEach(mistake -> mistakes.merge(mistake, 1, Integer::sum));
        right += found.isEmpty() ? 1 : 0;
        othersWhole += before.keepsOthers(labels, troubles) ? 1 : 0;
    }

    /** The share of answers of which every label was right, from 0 to 1. */
    double rightShare() {
        return answers == 0 ? 0 : (double) right / answers;
    }

    /** How many answers had all records of each partner that is never in trouble, and said the same of it as before. */
    int othersWhole() {
        return othersWhole;
    }

    /** The commonest mistakes, one a line. */
    List<String> examples() {
        return mistakes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(EXAMPLES)
                .map(mistake -> mistake.getValue() + " x " + mistake.getKey())
                .toList();
    }

    /** What was said of a partner that was asked, with the share of each outcome. */
    String outcomes(String partner) {
        var said = new TreeMap<>(outcomes.getOrDefault(partner, Map.of()));
        said.remove("NOT_OFFERED");
        double all = said.values().stream().mapToInt(Integer::intValue).sum();
        return said.entrySet().stream()
                .map(outcome -> "%s %.1f %%".formatted(outcome.getKey(), 100 * outcome.getValue() / all))
                .collect(Collectors.joining(", "));
    }
}
