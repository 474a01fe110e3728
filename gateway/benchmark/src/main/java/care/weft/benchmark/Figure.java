package care.weft.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What the rounds of one scene came to: the median of each.
 *
 * @param cpuMillis CPU of the process for one request, which is the same number as seconds for a thousand
 * @param partnerCalls for one request, by partner id: the mean of all rounds
 * @param different answers that were not the ones expected, in all rounds
 */
record Figure(
        String name,
        int requests,
        double perSecond,
        double p50Millis,
        double p99Millis,
        double cpuMillis,
        Map<String, Double> partnerCalls,
        int different) {

    double allPartnerCalls() {
        return partnerCalls.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Name, requests, requests a second, p50, p99, CPU, partner calls, different ones. */
    String row() {
        return "%-20s %9d %10.1f %8.1f %8.1f %13.3f %14.2f %10d\n"
                .formatted(name, requests, perSecond, p50Millis, p99Millis, cpuMillis, allPartnerCalls(), different);
    }

    static Figure of(String name, List<Scene.Round> rounds) {
        return new Figure(
                name,
                requests(rounds),
                median(rounds, round -> round.seen().perSecond()),
                median(rounds, round -> round.seen().millis(0.50)),
                median(rounds, round -> round.seen().millis(0.99)),
                median(
                        rounds,
                        round -> round.cpu().toNanos() / 1e6 / round.seen().answers()),
                partnerCalls(rounds),
                rounds.stream().mapToInt(round -> round.seen().different()).sum());
    }

    private static int requests(List<Scene.Round> rounds) {
        return rounds.stream().mapToInt(round -> round.seen().answers()).sum();
    }

    private static Map<String, Double> partnerCalls(List<Scene.Round> rounds) {
        var calls = new TreeMap<String, Double>();
        double requests = requests(rounds);
        rounds.forEach(round ->
                round.partnerCalls().forEach((partner, made) -> calls.merge(partner, made / requests, Double::sum)));
        return calls;
    }

    private static double median(List<Scene.Round> rounds, ToDoubleFunction<Scene.Round> figure) {
        var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
