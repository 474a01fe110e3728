package care.weft.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** What one person's view and a list cost beside the floor when nothing is kept: stubs, floor and gateway are processes of their own. */
final class ColdScenario {

    private final LoadSettings settings;
    private final JavaProcess stubs;
    private final Place place;

    private ColdScenario(LoadSettings settings, JavaProcess stubs) {
        this.settings = settings;
        this.stubs = stubs;
        place = Place.read(stubs.answer());
    }

    static ColdReport run(LoadSettings given) throws IOException, SQLException {
        var settings = given.lettingAllIn();
        var store = Files.createTempDirectory("weft-load");
        try (var stubs = StubProcess.start(settings.people(), StubProcess.Address.THEIR_OWN)) {
            var measured = new ColdScenario(settings, stubs).measure(store);
            return new ColdReport(
                    settings,
                    Figure.of("floor, one person", measured.floor()),
                    Figure.of("one person", measured.onePerson()),
                    Figure.of("list of " + settings.listSize(), measured.list()),
                    measured.abandoned(),
                    Audited.read(store, measured.onePerson()),
                    measured.start());
        } finally {
            FileSystemUtils.deleteRecursively(store);
        }
    }

    private record Measured(
            List<Scene.Round> floor,
            List<Scene.Round> onePerson,
            List<Scene.Round> list,
            Abandoned abandoned,
            Duration start) {}

    private Measured measure(Path store) {
        try (var floor = start(FloorProcess.class, List.of(place.write()));
                var floorFront = front(floor)) {
            long began = System.nanoTime();
            try (var gateway = start(
                            GatewayProcess.class,
                            GatewayProcess.arguments(place, store, settings.keep(), settings.gateway()));
                    var front = front(gateway)) {
                front.ask(Question.onePerson(place.people().getFirst()));
                var start = Duration.ofNanos(System.nanoTime() - began);
                var people = place.most(place.people().stream()
                        .filter(number -> Question.isSteady(floorFront, Question.onePerson(number))
                                && Question.isSteady(front, Question.onePerson(number)))
                        .toList());
                var ones = questions(front, people.stream().map(Question::onePerson));
                var lists = questions(front, Question.lists(people, settings.listSize()));
                var floorOnes = questions(floorFront, people.stream().map(Question::onePerson));
                var scenes = List.of(
                        new Scene(floor, new ClosedLoop(floorFront, floorOnes, settings.clients())),
                        new Scene(gateway, new ClosedLoop(front, ones, settings.clients())),
                        new Scene(gateway, new ClosedLoop(front, lists, settings.listClients())));
                scenes.forEach(scene -> scene.warmUp(settings.warmUp()));
                var rounds = rounds(scenes);
                var abandoned = Abandoned.measure(
                        stubs, gateway, front, lists.getFirst(), ones.getFirst(), settings.abandoned());
                return new Measured(rounds.get(0), rounds.get(1), rounds.get(2), abandoned, start);
            }
        }
    }

    /** In turn, so that whatever else the machine does falls on all of them. */
    private List<List<Scene.Round>> rounds(List<Scene> scenes) {
        var rounds = scenes.stream()
                .map(_ -> (List<Scene.Round>) new ArrayList<Scene.Round>())
                .toList();
        for (int round = 0; round < settings.rounds(); round++) {
            for (int scene = 0; scene < scenes.size(); scene++) {
                rounds.get(scene).add(scenes.get(scene).play(stubs, settings.round()));
            }
        }
        return rounds;
    }

    private JavaProcess start(Class<?> main, List<String> arguments) {
        return JavaProcess.start(main, settings.jvm(), settings.core(), arguments);
    }

    private Front front(JavaProcess process) {
        return new Front(Integer.parseInt(process.answer()), place.userToken());
    }

    private static List<Question> questions(Front front, Stream<String> bodies) {
        return bodies.map(body -> Question.asked(front, body)).toList();
    }
}
