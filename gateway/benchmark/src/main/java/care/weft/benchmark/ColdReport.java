package care.weft.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All figures of one run. Compare the ratios of one run, not the figures of two: the machine may be busy with something else.
 *
 * @param start from the start of the gateway's process to its first answer
 */
record ColdReport(
        LoadSettings settings,
        Figure floor,
        Figure onePerson,
        Figure list,
        Abandoned abandoned,
        Audited audited,
        Duration start) {

    @Override
    public String toString() {
        return """
                %d cores, load average %.1f at the end; gateway and floor on %s, %s
                medians of %d rounds, %.1f s each; %d clients, %d for lists; the register's word is kept for %s

                                      requests      per s   p50 ms   p99 ms   CPU ms each  x floor  partner calls  different
                %s
                %saudit of one person   %.1f records a request, %.0f commits a second, %.1f requests a commit
                abandoned lists       %d, %.2f ms CPU each after the client had left, %d log lines, %d partner calls,
                                      %d of them begun later; the next view took %.0f ms
                first answer          %.1f s after the gateway's process had begun
                """.formatted(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                settings.core() >= 0 && JavaProcess.canPin() ? "core " + settings.core() : "all cores",
                String.join(" ", settings.jvm()),
                settings.rounds(),
                settings.seconds(),
                settings.clients(),
                settings.listClients(),
                settings.keep(),
                Stream.of(floor, onePerson, list).map(this::row).collect(Collectors.joining()),
                Stream.of(floor, onePerson, list).map(ColdReport::byPartner).collect(Collectors.joining()),
                audited.records(),
                audited.commitsPerSecond(),
                audited.requestsPerCommit(),
                abandoned.requests(),
                abandoned.cpuMillis(),
                abandoned.linesLogged(),
                abandoned.callsMade(),
                abandoned.callsAfter(),
                abandoned.nextMillis(),
                start.toMillis() / 1e3);
    }

    private static String byPartner(Figure figure) {
        return "calls, %-20s %s\n"
                .formatted(
                        figure.name(),
                        figure.partnerCalls().entrySet().stream()
                                .map(calls -> "%s %.1f".formatted(calls.getKey(), calls.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private String row(Figure figure) {
        return "%-20s %9d %10.1f %8.1f %8.1f %13.3f %8.2f %14.1f %10d\n"
                .formatted(
                        figure.name(),
                        figure.requests(),
                        figure.perSecond(),
                        figure.p50Millis(),
                        figure.p99Millis(),
                        figure.cpuMillis(),
                        figure.cpuMillis() / floor.cpuMillis(),
                        figure.allPartnerCalls(),
                        figure.different());
    }
}
