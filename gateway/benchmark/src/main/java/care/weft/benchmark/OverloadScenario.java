package care.weft.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** As much as the gateway can do, and up to three times that: what it still answers, and how it refuses the rest. */
final class OverloadScenario {

    private static final int MOST = 3;
    private static final int ONE_IN = 10;

    /** An operation's deadline: by then, whoever was let in at the beginning is out. */
    static final Duration RAMP = Duration.ofSeconds(10);

    private static final Duration CALM = Duration.ofSeconds(3);

    private final LoadSettings settings;
    private final Stage stage;
    private final Set<Question> lists = new HashSet<>();
    private final List<OverloadReport.Step> steps = new ArrayList<>();

    private OverloadScenario(LoadSettings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    static OverloadReport run(LoadSettings settings) {
        try (var stage = Stage.open(settings, StubProcess.Address.THEIR_OWN, settings.keep())) {
            return new OverloadScenario(settings, stage).measure();
        }
    }

    private OverloadReport measure() {
        var people = stage.people(Question::onePerson);
        var ones = stage.questions(people, Question::onePerson);
        var mixed = mixed(people, ones);
        stage.scene(new ClosedLoop(stage.front(), mixed, settings.clients())).play(stage.stubs(), settings.warmUp());
        double capacity = closed("%d clients", settings.clients(), ones);
        double ofTheMix = closed("%d clients, lists too", settings.clients(), mixed);
        for (int times = 1; times <= MOST; times++) {
            open(times + " x", times * capacity, ones);
        }
        // What it can do changes while it runs: its code is compiled still, its database grows.
        closed("%d clients again", settings.clients(), ones);
        open(MOST + " x, lists too", MOST * ofTheMix, mixed);
        return new OverloadReport(settings, ONE_IN, steps);
    }

    /** One question in so many is for a list. */
    private List<Question> mixed(List<String> people, List<Question> ones) {
        stage.lists(people, settings.listSize()).forEach(lists::add);
        var inTurn = List.copyOf(lists);
        var mixed = new ArrayList<Question>();
        for (int i = 0; i < ones.size() * ONE_IN; i++) {
            mixed.add(i % ONE_IN == 0 ? inTurn.get(i / ONE_IN % inTurn.size()) : ones.get(i % ones.size()));
        }
        return mixed;
    }

    /** How many whole answers a second. */
    private double closed(String name, int clients, List<Question> questions) {
        var round =
                stage.scene(new ClosedLoop(stage.front(), questions, clients)).play(stage.stubs(), settings.round());
        steps.add(
                new OverloadReport.Step(name.formatted(clients), 0, round, List.of(), lists, stage.operationsLimit()));
        return round.seen().wholePerSecond();
    }

    private void open(String name, double perSecond, List<Question> questions) {
        var heard = new ArrayList<OpenLoop.Heard>();
        var round = stage.scene(new OpenLoop(stage.front(), questions, perSecond, heard::add))
                .play(stage.stubs(), settings.round().plus(RAMP));
        heard.removeIf(one -> one.at() < RAMP.toNanos());
        steps.add(new OverloadReport.Step(name, perSecond, round, heard, lists, stage.operationsLimit()));
        Stage.pause(CALM);
    }
}
