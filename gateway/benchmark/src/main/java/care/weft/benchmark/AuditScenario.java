package care.weft.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** One person's view, of a gateway that stores its audit as it does by default, and of one that stores none. */
final class AuditScenario {

    private final LoadSettings settings;
    private final Stage stage;

    private AuditScenario(LoadSettings settings, Stage stage) {
        this.settings = settings;
        this.stage = stage;
    }

    static AuditReport run(LoadSettings given) throws IOException {
        var settings = given.lettingAllIn();
        var store = Files.createTempDirectory("weft-load");
        try (var stage = Stage.open(settings, StubProcess.Address.THEIR_OWN, settings.keep());
                var unaudited = JavaProcess.start(
                        UnauditedGatewayProcess.class,
                        settings.jvm(),
                        settings.core(),
                        GatewayProcess.arguments(stage.place(), store, settings.keep(), settings.gateway()));
                var front = new Front(
                        Integer.parseInt(unaudited.answer()), stage.place().userToken())) {
            return new AuditScenario(settings, stage).measure(unaudited, front);
        } finally {
            FileSystemUtils.deleteRecursively(store);
        }
    }

    private AuditReport measure(JavaProcess unaudited, Front front) {
        var questions = stage.questions(stage.people(Question::onePerson), Question::onePerson);
        var with = stage.scene(new ClosedLoop(stage.front(), questions, settings.clients()));
        var without = new Scene(unaudited, new ClosedLoop(front, questions, settings.clients()));
        with.warmUp(settings.warmUp());
        without.warmUp(settings.warmUp());
        var audited = new ArrayList<Scene.Round>();
        var bare = new ArrayList<Scene.Round>();
        long written = 0;
        for (int round = 0; round < settings.rounds(); round++) {
            long before = stage.gateway().written();
            audited.add(with.play(stage.stubs(), settings.round()));
            written += stage.gateway().written() - before;
            bare.add(without.play(stage.stubs(), settings.round()));
        }
        return new AuditReport(settings, List.copyOf(audited), List.copyOf(bare), written);
    }
}
