package care.weft.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The stubs and a gateway before them, each a process of its own. The gateway has a core to itself where it was given one: the
 * stubs and the clients keep to the others.
 */
record Stage(Path store, JavaProcess stubs, Place place, JavaProcess gateway, Front front) implements AutoCloseable {

    static Stage open(LoadSettings settings, StubProcess.Address address, String keep) {
        JavaProcess.leave(settings.core());
        try {
            var store = Files.createTempDirectory("weft-load");
            var stubs = StubProcess.start(settings.people(), address);
            var place = Place.read(stubs.answer());
            var gateway = JavaProcess.start(
                    GatewayProcess.class,
                    settings.jvm(),
                    settings.core(),
                    GatewayProcess.arguments(place, store, keep, settings.gateway()));
            return new Stage(
                    store, stubs, place, gateway, new Front(Integer.parseInt(gateway.answer()), place.userToken()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Everybody of whom that body is answered {@linkplain Question#isSteady steadily}: {@link Place#most}. */
    List<String> people(UnaryOperator<String> body) {
        return place.most(place.people().stream()
                .filter(number -> Question.isSteady(front, body.apply(number)))
                .toList());
    }

    /** Questions about these people. */
    List<Question> questions(List<String> people, UnaryOperator<String> body) {
        return questions(people.stream().map(body));
    }

    /** A few lists that hold all of these people. */
    List<Question> lists(List<String> people, int size) {
        return questions(Question.lists(people, size));
    }

    private List<Question> questions(Stream<String> bodies) {
        return bodies.map(body -> Question.asked(front, body)).toList();
    }

    /** How many operations the gateway lets in at the same time just now. */
    double operationsLimit() {
        return front.metric("weft_operations_limit").values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    Scene scene(Load load) {
        return new Scene(gateway, load);
    }

    @Override
    public void close() {
        front.close();
        gateway.close();
        stubs.close();
        try {
            FileSystemUtils.deleteRecursively(store);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
