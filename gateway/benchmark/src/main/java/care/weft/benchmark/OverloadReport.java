package care.weft.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the gateway did with more than it can do.
 *
 * @param oneIn how many questions there were for each that was for a list, where lists were asked for too
 * @param lists those questions that are for a list
 */
record OverloadReport(LoadSettings settings, int oneIn, Set<Question> lists, List<Step> steps) {

    private static final int REFUSED = 503;

    /** One load, in all rounds. */
    record Step(String name, List<Turn> turns) {

        private double mean(ToDoubleFunction<Turn> figure) {
            return turns.stream().mapToDouble(figure).average().orElse(Double.NaN);
        }

        private Stream<Heard> heard(Predicate<Heard> which) {
            return turns.stream().flatMap(turn -> turn.heard().stream()).filter(which);
        }

        private List<Long> nanos(Predicate<Heard> which) {
            return heard(which).map(Heard::nanos).sorted().toList();
        }

        private double refusedPercent(Predicate<Heard> which) {
            long asked = heard(which).count();
            return asked == 0
                    ? 0
                    : 100.0 * heard(which.and(OverloadReport::isRefused)).count() / asked;
        }
    }

    /**
     * One load in one round.
     *
     * @param offered questions a second; 0 where clients asked again as soon as they were answered
     * @param heard all questions with their answers, where they came by themselves
     * @param limit operations that the gateway let in at the same time at the end
     */
    record Turn(double offered, Scene.Round round, List<Heard> heard, double limit) {

        /** Whole answers a second while questions came. */
        double goodput(LoadSettings settings) {
            long end = settings.round().plus(OverloadScenario.RAMP).toNanos();
            return heard.isEmpty()
                    ? round.seen().wholePerSecond()
                    : heard.stream()
                                    .filter(one -> one.isWhole() && one.at() <= end)
                                    .count()
                            / settings.seconds();
        }

        private Stream<Long> answered() {
            return heard.isEmpty()
                    ? round.seen().nanos().stream()
                    : heard.stream().filter(Heard::isWhole).map(Heard::nanos);
        }
    }

    private static boolean isRefused(Heard one) {
        return one.reply().status() == REFUSED;
    }

    private static boolean isOther(Heard one) {
        return !one.isWhole() && !isRefused(one);
    }

    private static boolean isWithoutRetryAfter(Heard one) {
        return isRefused(one)
                && Objects.requireNonNullElse(one.reply().retryAfter(), "").isEmpty();
    }

    /** The most that it did in any step of single views alone. */
    private double peak() {
        return steps.stream()
                .filter(step -> !step.name().contains("lists"))
                .mapToDouble(this::goodput)
                .max()
                .orElse(Double.NaN);
    }

    private double goodput(Step step) {
        return step.mean(turn -> turn.goodput(settings));
    }

    private String row(Step step) {
        var goodputs = step.turns().stream()
                .mapToDouble(turn -> turn.goodput(settings))
                .summaryStatistics();
        var answered = step.turns().stream().flatMap(Turn::answered).sorted().toList();
        var refused = step.nanos(OverloadReport::isRefused);
        var late = step.heard(_ -> true).map(Heard::late).sorted().toList();
        return "%-24s %8.0f %8.1f %5.0f..%-5.0f %6.0f %% %8.0f %8.0f %8.1f %6.1f / %5.1f %6.1f / %5.1f %8d %6.0f %8.1f\n"
                .formatted(
                        step.name(),
                        step.mean(Turn::offered),
                        goodputs.getAverage(),
                        goodputs.getMin(),
                        goodputs.getMax(),
                        100 * goodputs.getAverage() / peak(),
                        Seen.millis(answered, 0.50),
                        Seen.millis(answered, 0.99),
                        step.refusedPercent(_ -> true),
                        Seen.millis(refused, 0.50),
                        Seen.millis(refused, 0.99),
                        step.refusedPercent(one -> lists.contains(one.question())),
                        step.refusedPercent(one -> !lists.contains(one.question())),
                        step.heard(OverloadReport::isOther).count(),
                        step.mean(Turn::limit),
                        Seen.millis(late, 0.99));
    }

    private String words(Step step) {
        var others = step.heard(OverloadReport::isOther)
                .collect(Collectors.groupingBy(
                        one -> one.reply().status() == 0
                                ? one.reply().body()
                                : "status " + one.reply().status() + ", not as expected",
                        Collectors.counting()));
        long withoutRetryAfter = step.heard(OverloadReport::isWithoutRetryAfter).count();
        var rounds = step.turns().stream().map(Turn::round).toList();
        return step.name() + ": " + Machine.busy(settings, rounds) + "\n"
                + (others.isEmpty() ? "" : "  OTHERS: " + others + "\n")
                + (withoutRetryAfter == 0 ? "" : "  WITHOUT Retry-After: " + withoutRetryAfter + "\n");
    }

    @Override
    public String toString() {
        return """
                overload: one person's view, and where lists are asked for too, one in %d for a list of %d
                %s
                %d rounds of %.1f s each; what partners said is kept for %s; goodput is whole answers a second while questions came

                                          offered  goodput  lowest..highest  of peak   p50 ms   p99 ms  refused %%  p50 / p99 ms  lists / persons %%  others  limit  sent late p99
                %s
                %s""".formatted(
                        oneIn,
                        settings.listSize(),
                        Machine.describe(settings),
                        settings.rounds(),
                        settings.seconds(),
                        settings.keep(),
                        steps.stream().map(this::row).collect(Collectors.joining()),
                        steps.stream().map(this::words).collect(Collectors.joining()));
    }
}
