package care.weft.benchmark;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the gateway did with more than it can do.
 *
 * @param oneIn how many questions there were for each that was for a list, where lists were asked for too
 */
record OverloadReport(LoadSettings settings, int oneIn, List<Step> steps) {

    private static final int REFUSED = 503;

    /**
     * One load.
     *
     * @param offered questions a second; 0 where clients asked again as soon as they were answered
     * @param heard all questions with their answers, where they came by themselves
     * @param lists those questions that are for a list
     * @param limit operations that the gateway let in at the same time at the end
     */
    record Step(
            String name,
            double offered,
            Scene.Round round,
            List<OpenLoop.Heard> heard,
            Set<Question> lists,
            double limit) {

        /** Whole answers a second while questions came. */
        private double goodput(LoadSettings settings) {
            return heard.isEmpty()
                    ? round.seen().wholePerSecond()
                    : heard.stream()
                                    .filter(OpenLoop.Heard::isWhole)
                                    .filter(one -> one.at()
                                            <= settings.round()
                                                    .plus(OverloadScenario.RAMP)
                                                    .toNanos())
                                    .count()
                            / settings.seconds();
        }

        private static boolean isRefused(OpenLoop.Heard one) {
            return one.reply().status() == REFUSED;
        }

        private List<Long> nanos(Predicate<OpenLoop.Heard> which) {
            return heard.stream()
                    .filter(which)
                    .map(OpenLoop.Heard::nanos)
                    .sorted()
                    .toList();
        }

        private double lateMillis() {
            return Seen.millis(heard.stream().map(OpenLoop.Heard::late).sorted().toList(), 0.99);
        }

        private double refusedShare(boolean list) {
            var asked = heard.stream()
                    .filter(one -> lists.contains(one.question()) == list)
                    .toList();
            return asked.isEmpty()
                    ? 0
                    : 100.0 * asked.stream().filter(Step::isRefused).count() / asked.size();
        }

        private long withoutRetryAfter() {
            return heard.stream()
                    .filter(Step::isRefused)
                    .filter(one -> Objects.requireNonNullElse(one.reply().retryAfter(), "")
                            .isEmpty())
                    .count();
        }

        private String row(LoadSettings settings, double peak) {
            var answered = heard.isEmpty() ? round.seen().nanos() : nanos(OpenLoop.Heard::isWhole);
            var refused = nanos(Step::isRefused);
            long others = heard.stream()
                    .filter(one -> !one.isWhole() && !isRefused(one))
                    .count();
            return "%-24s %8.0f %8.1f %6.0f %% %8.0f %8.0f %8.1f %6.1f / %5.1f %6.1f / %5.1f %8d %6.0f %8.1f\n"
                    .formatted(
                            name,
                            offered,
                            goodput(settings),
                            100 * goodput(settings) / peak,
                            Seen.millis(answered, 0.50),
                            Seen.millis(answered, 0.99),
                            heard.isEmpty() ? 0 : 100.0 * refused.size() / heard.size(),
                            Seen.millis(refused, 0.50),
                            Seen.millis(refused, 0.99),
                            refusedShare(true),
                            refusedShare(false),
                            others,
                            limit,
                            lateMillis());
        }

        private String words(LoadSettings settings) {
            var others = heard.stream()
                    .filter(one -> !one.isWhole() && !isRefused(one))
                    .collect(Collectors.groupingBy(
                            one -> one.reply().status() == 0
                                    ? one.reply().body()
                                    : "status " + one.reply().status() + ", not as expected",
                            Collectors.counting()));
            return name + ": " + Machine.busy(settings, List.of(round)) + "\n"
                    + (others.isEmpty() ? "" : "  OTHERS: " + others + "\n")
                    + (withoutRetryAfter() == 0 ? "" : "  WITHOUT Retry-After: " + withoutRetryAfter() + "\n");
        }
    }

    /** The most that it did in any step of single views alone. */
    private double peak() {
        return steps.stream()
                .filter(step -> !step.name().contains("lists"))
                .mapToDouble(step -> step.goodput(settings))
                .max()
                .orElse(Double.NaN);
    }

    @Override
    public String toString() {
        return """
                overload: one person's view, and where lists are asked for too, one in %d for a list of %d
                %s
                %.1f s each; what partners said is kept for %s; goodput is whole answers a second while questions came

                                          offered  goodput  of peak   p50 ms   p99 ms  refused %%  p50 / p99 ms  lists / persons %%  others  limit  sent late p99
                %s
                %s""".formatted(
                        oneIn,
                        settings.listSize(),
                        Machine.describe(settings),
                        settings.seconds(),
                        settings.keep(),
                        steps.stream().map(step -> step.row(settings, peak())).collect(Collectors.joining()),
                        steps.stream().map(step -> step.words(settings)).collect(Collectors.joining()));
    }
}
