package care.weft.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * One person asked for again and again, with what the gateway keeps by default and with {@code Cache-Control: no-cache}; and many
 * who ask at once for someone of whom nothing is kept.
 */
final class KeptScenario {

    private static final String KEEP = "60s";

    private final LoadSettings settings;
    private final Stage stage;

    private KeptScenario(LoadSettings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    static KeptReport run(LoadSettings given) {
        var settings = given.lettingAllIn();
        try (var stage = Stage.open(settings, StubProcess.Address.THEIR_OWN, KEEP)) {
            return new KeptScenario(settings, stage).measure();
        }
    }

    private KeptReport measure() {
        var people = stage.people(Question::onePerson);
        var question = List.of(stage.questions(people, Question::onePerson).getFirst());
        var kept = stage.scene(new ClosedLoop(stage.front(), question, settings.clients()));
        var anew = stage.scene(new ClosedLoop(stage.front().anew(), question, settings.clients()));
        kept.warmUp(settings.warmUp());
        anew.warmUp(settings.warmUp());
        var keptRounds = new ArrayList<Scene.Round>();
        var anewRounds = new ArrayList<Scene.Round>();
        var atOnce = new ArrayList<KeptReport.AtOnce>();
        for (int round = 0; round < settings.rounds(); round++) {
            keptRounds.add(kept.play(stage.stubs(), settings.round()));
            anewRounds.add(anew.play(stage.stubs(), settings.round()));
            atOnce.add(atOnce(people.get(round % people.size())));
        }
        return new KeptReport(settings, KEEP, keptRounds, anewRounds, atOnce);
    }

    /** One who asks for someone of whom nothing is kept, and then so many at once. */
    private KeptReport.AtOnce atOnce(String nhsNumber) {
        var question = Question.onePerson(nhsNumber);
        forget(nhsNumber);
        int before = StubProcess.calls(stage.stubs());
        var expected = stage.front().ask(question);
        int ofOne = StubProcess.calls(stage.stubs()) - before;
        var forgotten = forget(nhsNumber);
        before = StubProcess.calls(stage.stubs());
        long began = System.nanoTime();
        var callers = IntStream.range(0, settings.callers())
                .mapToObj(_ -> stage.front().send(question))
                .toList();
        int different = (int) callers.stream()
                .map(CompletableFuture::join)
                .filter(reply -> !reply.text().equals(expected))
                .count();
        var took = Duration.ofNanos(System.nanoTime() - began);
        return new KeptReport.AtOnce(ofOne, StubProcess.calls(stage.stubs()) - before, different, took, forgotten);
    }

    /** How long it took. */
    private Duration forget(String nhsNumber) {
        long began = System.nanoTime();
        stage.front().forget(nhsNumber, stage.place().operatorToken());
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
