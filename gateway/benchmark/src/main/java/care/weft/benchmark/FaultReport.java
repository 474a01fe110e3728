package care.weft.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What troubles of partners did to answers.
 *
 * @param perSecond how many questions came, in all phases that are not at full load
 * @param phases without troubles, just after they began, and with them
 * @param full at full load, without and with them
 * @param wellAgain for each round, how long after the end of the troubles the first answer came from which on all were whole
 */
record FaultReport(
        LoadSettings settings,
        Set<Trouble> troubles,
        double perSecond,
        List<Phase> phases,
        List<Phase> full,
        List<Duration> wellAgain) {

    /**
     * One phase of all rounds.
     *
     * @param longestMillis of all answers
     * @param retries partner calls that were sent again, for one request
     * @param othersPerSecond answers to the questions of one second that have all that the partners without troubles know
     */
    record Phase(
            Figure figure, double longestMillis, double retries, Tally tally, double othersPerSecond, String busy) {}

    @Override
    public String toString() {
        return """
                faults: %s
                %s
                %d rounds of %.1f s, %.0f requests a second, which is %.0f %% of what %d clients got

                                      requests   p50 ms   p99 ms  longest ms  CPU ms each  partner calls  retries  labelled right  others whole/s
                %s%s
                %s%s
                %swell again after        %s
                """.formatted(
                        Trouble.describe(troubles),
                        Machine.describe(settings),
                        settings.rounds(),
                        settings.seconds(),
                        perSecond,
                        100 * settings.share(),
                        settings.clients(),
                        phases.stream().map(FaultReport::row).collect(Collectors.joining()),
                        full.stream().map(FaultReport::row).collect(Collectors.joining()),
                        ratios(phases.getFirst(), phases.getLast()),
                        kept(),
                        Stream.concat(phases.stream(), full.stream())
                                .map(FaultReport::words)
                                .collect(Collectors.joining()),
                        wellAgain.stream()
                                .map(time -> "%.1f s".formatted(time.toMillis() / 1e3))
                                .collect(Collectors.joining(", ")));
    }

    private static String row(Phase phase) {
        var figure = phase.figure();
        return "%-20s %9d %8.1f %8.1f %11.0f %12.3f %14.2f %8.2f %13.2f %% %15.1f\n"
                .formatted(
                        figure.name(),
                        figure.requests(),
                        figure.p50Millis(),
                        figure.p99Millis(),
                        phase.longestMillis(),
                        figure.cpuMillis(),
                        figure.allPartnerCalls(),
                        phase.retries(),
                        100 * phase.tally().rightShare(),
                        phase.othersPerSecond());
    }

    private static String ratios(Phase without, Phase with) {
        return "with : without       p50 %.2f, p99 %.2f, CPU %.2f, partner calls %.2f\n"
                .formatted(
                        with.figure().p50Millis() / without.figure().p50Millis(),
                        with.figure().p99Millis() / without.figure().p99Millis(),
                        with.figure().cpuMillis() / without.figure().cpuMillis(),
                        with.figure().allPartnerCalls() / without.figure().allPartnerCalls());
    }

    /** What the other partners still gave, of what they gave without the troubles. */
    private String kept() {
        return "others kept          first seconds %.3f, with %.3f, at full load %.3f\n"
                .formatted(
                        kept(phases.getFirst(), phases.get(1)),
                        kept(phases.getFirst(), phases.getLast()),
                        kept(full.getFirst(), full.getLast()));
    }

    private static double kept(Phase without, Phase with) {
        return with.othersPerSecond() / without.othersPerSecond();
    }

    private static String words(Phase phase) {
        var figure = phase.figure();
        var words = new StringBuilder("%s: %s\n".formatted(figure.name(), phase.busy()));
        figure.partnerCalls()
                .forEach((partner, calls) -> words.append("  %-18s %5.2f calls, %s\n"
                        .formatted(partner, calls, phase.tally().outcomes(partner))));
        phase.tally()
                .examples()
                .forEach(mistake -> words.append("  MISTAKE: ").append(mistake).append('\n'));
        return words.toString();
    }
}
