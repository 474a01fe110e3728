package care.weft.benchmark;

import java.lang.management.ManagementFactory;
import java.util.List;

/** What was measured on, and who had too much to do there. */
final class Machine {

    /** Of what there is: a core is never busier than that for long. */
    private static final double SATURATED = 0.9;

    private Machine() {}

    static String describe(LoadSettings settings) {
        return "%d cores, load average %.1f at the end; the gateway on %s, %s"
                .formatted(
                        JavaProcess.CORES,
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        isPinned(settings) ? "core " + settings.core() : "all cores",
                        String.join(" ", settings.jvm()));
    }

    /** How busy the processes were meanwhile, and what that means for the figures. */
    static String busy(LoadSettings settings, List<Scene.Round> rounds) {
        double gateway = mean(rounds, Busy.GATEWAY);
        double stubs = mean(rounds, Busy.STUBS);
        double client = mean(rounds, Busy.CLIENT);
        int others = JavaProcess.CORES - 1;
        String verdict;
        if (!isPinned(settings) || others == 0) {
            verdict = "they share their cores: not known who was short";
        } else if (stubs + client >= SATURATED * others) {
            verdict = "STUBS AND CLIENT SATURATED: these figures are theirs as much as the gateway's";
        } else if (gateway >= SATURATED) {
            verdict = "the gateway was saturated, stubs and client were not";
        } else {
            verdict = "nobody was saturated";
        }
        return "cores busy: gateway %.2f of 1, stubs %.2f and client %.2f of %d; %s"
                .formatted(gateway, stubs, client, others, verdict);
    }

    private enum Busy {
        GATEWAY,
        STUBS,
        CLIENT
    }

    private static double mean(List<Scene.Round> rounds, Busy who) {
        return rounds.stream()
                .mapToDouble(round -> round.cores(
                        switch (who) {
                            case GATEWAY -> round.cpu();
                            case STUBS -> round.stubsCpu();
                            case CLIENT -> round.clientCpu();
                        }))
                .average()
                .orElse(0);
    }

    private static boolean isPinned(LoadSettings settings) {
        return settings.core() >= 0 && JavaProcess.canPin();
    }
}
