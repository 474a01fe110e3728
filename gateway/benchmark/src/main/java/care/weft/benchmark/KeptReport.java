package care.weft.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What it saves that answers are kept, and that those who ask at once share one.
 *
 * @param keep for how long partners' answers and the register's word are kept
 */
record KeptReport(
        LoadSettings settings, String keep, List<Scene.Round> kept, List<Scene.Round> anew, List<AtOnce> atOnce) {

    /**
     * Many who asked for one person at the same time.
     *
     * @param callsOfOne partner calls when one alone had asked
     * @param calls when all of them did
     * @param different answers that were not the one's
     * @param took until the last was answered
     * @param forgotten how long it took to have the gateway forget the person before
     */
    record AtOnce(int callsOfOne, int calls, int different, Duration took, Duration forgotten) {}

    @Override
    public String toString() {
        var with = Figure.of("kept for " + keep, kept);
        var without = Figure.of("no-cache", anew);
        return """
                kept: one person again and again
                %s
                medians of %d rounds, %.1f s each; %d clients

                                      requests      per s   p50 ms   p99 ms   CPU ms each  partner calls  different
                %s%s
                kept : no-cache       CPU %.2f, p50 %.2f, p99 %.2f, partner calls %.2f
                kept: %s
                no-cache: %s

                %d callers at once for someone of whom nothing was kept, and one caller alone
                %s""".formatted(
                        Machine.describe(settings),
                        settings.rounds(),
                        settings.seconds(),
                        settings.clients(),
                        with.row(),
                        without.row(),
                        with.cpuMillis() / without.cpuMillis(),
                        with.p50Millis() / without.p50Millis(),
                        with.p99Millis() / without.p99Millis(),
                        with.allPartnerCalls() / without.allPartnerCalls(),
                        Machine.busy(settings, kept),
                        Machine.busy(settings, anew),
                        settings.callers(),
                        atOnce.stream().map(KeptReport::words).collect(Collectors.joining()));
    }

    private static String words(AtOnce one) {
        return "  %d partner calls, alone %d: %.1f times as many; %d answers different; the last after %d ms; forgotten in %d ms\n"
                .formatted(
                        one.calls(),
                        one.callsOfOne(),
                        (double) one.calls() / one.callsOfOne(),
                        one.different(),
                        one.took().toMillis(),
                        one.forgotten().toMillis());
    }
}
