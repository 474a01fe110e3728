package care.weft.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How much load, for how long: the system properties {@code weft.load.*}, named as the components below.
 *
 * @param scenarios which to run, one after another
 * @param people of the stubs' population, 25 or more
 * @param clients that ask for one person each, again as soon as they are answered
 * @param listClients the same for lists
 * @param listSize people in a list, 1 to 50
 * @param rounds how often each figure is measured, the figures in turn; 0 or more
 * @param warmUpSeconds before the first round, for each kind of question
 * @param seconds of one figure in one round
 * @param abandoned lists whose client leaves early, 0 or more
 * @param share of the capacity that comes while partners are in trouble, more than 0, below 1
 * @param callers that ask for one person at once
 * @param keep how long the gateway keeps what partners said, such as 60s; 0s to ask every time. Not for the scenario that
 *     compares the two
 * @param gateway further settings of the gateway, such as --weft.web.admission.most=128
 * @param jvm flags of the gateway's and the floor's JVM
 * @param core the one that these two run on; negative for all
 */
record LoadSettings(
        List<LoadScenario.Kind> scenarios,
        int people,
        int clients,
        int listClients,
        int listSize,
        int rounds,
        double warmUpSeconds,
        double seconds,
        int abandoned,
        double share,
        int callers,
        String keep,
        List<String> gateway,
        List<String> jvm,
        int core) {

    static LoadSettings ofSystemProperties() {
        return new LoadSettings(
                Stream.of(text("scenarios", "cold").toUpperCase(Locale.ROOT).split(",", -1))
                        .map(LoadScenario.Kind::valueOf)
                        .toList(),
                number("people", 120),
                number("clients", 16),
                number("listClients", 4),
                number("listSize", 30),
                number("rounds", 3),
                Double.parseDouble(text("warmUpSeconds", "12")),
                Double.parseDouble(text("seconds", "3")),
                number("abandoned", 200),
                Double.parseDouble(text("share", "0.4")),
                number("callers", 200),
                text("keep", "0s"),
                Stream.of(text("gateway", "").split(" ", -1))
                        .filter(argument -> !argument.isEmpty())
                        .toList(),
                List.of(text("jvm", "-Xms512m -Xmx512m").split(" ", -1)),
                number("core", 0));
    }

    /** With a gateway that refuses nobody, however much it has to do. What is given for {@code gateway} wins. */
    LoadSettings lettingAllIn() {
        var open = Stream.of("initial", "least", "most").map(limit -> "--weft.web.admission." + limit + "=10000");
        return new LoadSettings(
                scenarios,
                people,
                clients,
                listClients,
                listSize,
                rounds,
                warmUpSeconds,
                seconds,
                abandoned,
                share,
                callers,
                keep,
                Stream.concat(open, gateway.stream()).toList(),
                jvm,
                core);
    }

    Duration warmUp() {
        return duration(warmUpSeconds);
    }

    Duration round() {
        return duration(seconds);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * 1_000));
    }

    private static int number(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    private static String text(String name, String otherwise) {
        return System.getProperty("weft.load." + name, otherwise);
    }
}
