package care.weft.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The same load without and with {@linkplain Trouble troubles}: every answer is scanned, whether it says of each partner what is
 * true and still has all that the others know. Questions come at a part of what the gateway can do, and then as fast as it answers.
 * Nothing is kept from one question to the next.
 */
final class FaultScenario {

    /** In this time after troubles began, circuits open: who comes in it may have to wait for a partner's timeout. */
    private static final Duration BEGINNING = Duration.ofSeconds(4);

    private static final Duration WELL_AGAIN_WITHIN = Duration.ofSeconds(60);
    private static final int WELL_AGAIN = 20;

    private final LoadSettings settings;
    private final Set<Trouble> troubles;
    private final Stage stage;
    private final Map<String, Labels> before = new HashMap<>();

    private FaultScenario(LoadSettings settings, Set<Trouble> troubles, Stage stage) {
        this.settings = settings;
        this.troubles = troubles;
        this.stage = stage;
    }

    static FaultReport run(LoadSettings settings, Set<Trouble> troubles) {
        try (var stage = Stage.open(settings, StubProcess.Address.OF_A_PROXY, "0s")) {
            return new FaultScenario(settings, troubles, stage).measure();
        }
    }

    private FaultReport measure() {
        var questions = stage.questions(stage.people(Question::onePersonLabelled), Question::onePersonLabelled).stream()
                .filter(question -> labels(question).onOnePage())
                .toList();
        questions.forEach(question -> before.put(question.body(), labels(question)));
        var closed = stage.scene(new ClosedLoop(stage.front(), questions, settings.clients()));
        closed.warmUp(settings.warmUp());
        double rate = settings.share()
                * closed.play(stage.stubs(), settings.round()).seen().perSecond();
        Function<Consumer<Heard>, Load> evenly = each -> new OpenLoop(stage.front(), questions, rate, each);
        Function<Consumer<Heard>, Load> full =
                each -> new ClosedLoop(stage.front(), questions, settings.clients(), each);
        var without = new Phase("without", evenly, false);
        var beginning = new Phase("first " + BEGINNING.toSeconds() + " s", evenly, true);
        var lasting = new Phase("with troubles", evenly, true);
        var fullWithout = new Phase("full, without", full, false);
        var fullWith = new Phase("full, with troubles", full, true);
        var wellAgain = new ArrayList<Duration>();
        for (int round = 0; round < settings.rounds(); round++) {
            fullWithout.play(settings.round());
            without.play(settings.round());
            StubProcess.begin(stage.stubs(), troubles);
            beginning.play(BEGINNING);
            lasting.play(settings.round());
            fullWith.play(settings.round());
            StubProcess.end(stage.stubs());
            wellAgain.add(untilWellAgain(questions));
        }
        return new FaultReport(
                settings,
                troubles,
                rate,
                List.of(without.figure(), beginning.figure(), lasting.figure()),
                List.of(fullWithout.figure(), fullWith.figure()),
                wellAgain);
    }

    private static Labels labels(Question question) {
        return Labels.read(new Reply(200, null, question.expected())).orElseThrow();
    }

    /** Until the first of several answers in a row that are as they were before. */
    private Duration untilWellAgain(List<Question> questions) {
        long began = System.nanoTime();
        var well = Duration.ZERO;
        int inARow = 0;
        for (int turn = 0; inARow < WELL_AGAIN && well.compareTo(WELL_AGAIN_WITHIN) < 0; turn++) {
            var question = questions.get(turn % questions.size());
            boolean asBefore = stage.front().ask(question.body()).equals(question.expected());
            if (inARow == 0 || !asBefore) {
                well = Duration.ofNanos(System.nanoTime() - began);
            }
            inARow = asBefore ? inARow + 1 : 0;
        }
        return well;
    }

    /** The load at one time of each round. */
    private final class Phase {

        private final String name;
        private final Scene scene;
        private final List<Scene.Round> rounds = new ArrayList<>();
        private final Tally tally;
        private double seconds;
        private double retries;

        Phase(String name, Function<Consumer<Heard>, Load> load, boolean troubled) {
            this.name = name;
            tally = new Tally(troubles, troubled);
            scene = stage.scene(load.apply(this::scan));
        }

        void play(Duration time) {
            double retried = retried();
            rounds.add(scene.play(stage.stubs(), time));
            retries += retried() - retried;
            seconds += time.toMillis() / 1e3;
        }

        private void scan(Heard heard) {
            tally.add(Objects.requireNonNull(before.get(heard.question().body())), heard.reply());
        }

        private double retried() {
            return stage.front().metric("weft_partner_retry_total").values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }

        FaultReport.Phase figure() {
            var figure = Figure.of(name, rounds);
            return new FaultReport.Phase(
                    figure,
                    rounds.stream()
                            .mapToDouble(round -> round.seen().millis(1))
                            .max()
                            .orElse(0),
                    retries / figure.requests(),
                    tally,
                    tally.othersWhole() / seconds,
                    Machine.busy(settings, rounds));
        }
    }
}
