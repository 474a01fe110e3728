package care.weft.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.StubSettings;
import care.weft.stubs.population.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test during which anything was logged at {@code DEBUG} or above, or printed, that tells who somebody of the stubs' population is.
 * JUnit finds it by itself, for all tests of the gateway. A gateway in a process of its own tells it what it prints.
 */
public final class NothingPersonalIsLogged
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /** Where, and the kind of thing that it was: never what it was. */
    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    private static final Identifiers IDENTIFIERS = ofTheStubs();

    private static final LogWatch WATCH = new LogWatch(NothingPersonalIsLogged::look);

    private static boolean watching;

    @Override
    public void beforeAll(ExtensionContext context) {
        watch();
    }

    /** Again: an application context that was made for the test has set logging up anew. */
    @Override
    public void beforeEach(ExtensionContext context) {
        watch();
    }

    /** The stubs' people are as old as they are on the day on which the tests run. */
    private static Identifiers ofTheStubs() {
        return new Identifiers(Population.of(StubSettings.onFreePorts().people(), LocalDate.now(Population.LONDON))
                .people());
    }

    private static synchronized void watch() {
        WATCH.start(LogWatch.context());
        if (!watching) {
            watching = true;
            System.setOut(WatchedOutput.of(System.out, line -> look("standard output", line)));
            System.setErr(WatchedOutput.of(System.err, line -> look("standard error", line)));
        }
    }

    /**
     * Looks at what was printed elsewhere, such as by another process.
     *
     * @param where is told when something is found
     */
    public static void look(String where, String text) {
        IDENTIFIERS.in(text).forEach(kind -> FOUND.add(where + ": " + kind));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertNothingFound();
    }

    /** For what was logged before the first test or after the last. */
    @Override
    public void afterAll(ExtensionContext context) {
        assertNothingFound();
    }

    static void assertNothingFound() {
        assertThat(taken())
                .as("what was logged or printed that tells who somebody is")
                .isEmpty();
    }

    /** What was found until now, which then is forgotten. */
    private static List<String> taken() {
        var taken = new ArrayList<String>();
        for (var found = FOUND.poll(); found != null; found = FOUND.poll()) {
            taken.add(found);
        }
        return taken.stream().distinct().toList();
    }
}
