package care.weft.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, List<OverloadReport.Turn>> steps = new LinkedHashMap<>();

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
        stage.scene(new ClosedLoop(stage.front(), mixed, settings.clients())).warmUp(settings.warmUp());
        // In turn, so that whatever else the machine and the database do falls on all of them.
        for (int round = 0; round < settings.rounds(); round++) {
            double capacity = closed("%d clients", ones);
            for (int times = 1; times <= MOST; times++) {
                open(times + " x", times * capacity, ones);
            }
            double ofTheMix = closed("%d clients, lists too", mixed);
            open(MOST + " x, lists too", MOST * ofTheMix, mixed);
        }
        return new OverloadReport(
                settings,
                ONE_IN,
                lists,
                steps.entrySet().stream()
                        .map(step -> new OverloadReport.Step(step.getKey(), step.getValue()))
                        .toList());
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
    private double closed(String name, List<Question> questions) {
        var round = stage.scene(new ClosedLoop(stage.front(), questions, settings.clients()))
                .play(stage.stubs(), settings.round());
        add(name.formatted(settings.clients()), 0, round, List.of());
        return round.seen().wholePerSecond();
    }

    private void open(String name, double perSecond, List<Question> questions) {
        var heard = new ArrayList<Heard>();
        var round = stage.scene(new OpenLoop(stage.front(), questions, perSecond, heard::add))
                .play(stage.stubs(), settings.round().plus(RAMP));
        heard.removeIf(one -> one.at() < RAMP.toNanos());
        add(name, perSecond, round, heard);
        Stage.pause(CALM);
    }

    private void add(String name, double perSecond, Scene.Round round, List<Heard> heard) {
        steps.computeIfAbsent(name, _ -> new ArrayList<>())
                .add(new OverloadReport.Turn(perSecond, round, heard, stage.operationsLimit()));
        IO.println("%-24s %6.1f whole answers a second"
                .formatted(name, steps.get(name).getLast().goodput(settings)));
    }
}
