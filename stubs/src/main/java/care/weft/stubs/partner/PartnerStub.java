package care.weft.stubs.partner;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partner's system on a real socket of the loopback interface.
 *
 * <p>Faults are ordinary WireMock mappings, added and removed through {@code /__admin}: any of them comes before the
 * system's own answers, whose one mapping has the lowest priority and comes back when all mappings are deleted or reset.
 */
public abstract class PartnerStub implements AutoCloseable {

    // WireMock counts the whole journal at each call: a long one would cost more than the answers.
    private static final int JOURNAL_LENGTH = 1_000;

    private final PartnerSystem system;
    private final Journal journal;
    private final Traffic traffic;
    private final SystemAnswers answers;
    private int port;
    private volatile @Nullable WireMockServer server;

    /**
     * Makes a stub that is not started yet.
     *
     * @param port 0 for any free one
     */
    protected PartnerStub(int port, PartnerSystem system, Journal journal) {
        this.port = port;
        this.system = system;
        this.journal = journal;
        traffic = new Traffic(system);
        answers = new SystemAnswers(system);
    }

    /** Whether WireMock keeps the last calls for its admin API to show; counters work without. */
    public enum Journal {
        KEPT,
        /** For load tests: costs less. */
        NOT_KEPT
    }

    /** Listens; does nothing when it does already. */
    public final synchronized void start() {
        if (server == null) {
            var starting = new WireMockServer(configuration());
            StandingMapping.addTo(starting);
            starting.start();
            port = starting.port();
            server = starting;
        }
    }

    /** Stops listening; {@link #start()} takes the same port again, without the faults. */
    public final synchronized void stop() {
        var stopping = server;
        if (stopping != null) {
            stopping.stop();
            server = null;
        }
    }

    @Override
    public final void close() {
        stop();
    }

    /** Where the system is, for example {@code http://127.0.0.1:9102/fhir/R4}. */
    public final String baseUrl() {
        return origin() + system.basePath();
    }

    /** Where WireMock's admin API is. */
    public final String adminUrl() {
        return origin() + "/__admin";
    }

    /** How many calls of each kind came since the start or the last {@link #reset()}, faulty ones included. */
    public final Map<String, Integer> calls() {
        return traffic.calls();
    }

    /** How many calls of this kind came. */
    public final int calls(String kind) {
        return calls().getOrDefault(kind, 0);
    }

    /** How many calls came for each place of a system that has several; empty for one that has not. */
    protected final Map<String, Integer> callsBySite() {
        return traffic.callsBySite();
    }

    /**
     * How many calls were being answered at the same time, at most. A delayed answer counts until its delay has passed,
     * whether its caller still waits or not.
     */
    public final int peakConcurrentCalls() {
        return traffic.peak();
    }

    /** Delays each answer of the system from now on, on top of what it takes; faults have delays of their own. */
    public final void delay(Duration delay) {
        answers.delay(delay);
    }

    /** Lets the system send other answers than its own from now on. */
    public final void disorder(Disorder disorder) {
        answers.disorder(disorder);
    }

    /** Forgets the calls, the delay, the disorder and all faults. */
    public final synchronized void reset() {
        answers.delay(Duration.ZERO);
        answers.disorder(Disorder.NONE);
        var current = server;
        if (current != null) {
            current.resetAll();
        }
        traffic.reset();
    }

    private synchronized String origin() {
        if (port == 0) {
            throw new IllegalStateException("Not started yet: the port is not known");
        }
        return "http://127.0.0.1:" + port;
    }

    private WireMockConfiguration configuration() {
        var configuration = WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .mappingSource(new NothingOnDisk())
                .containerThreads(64)
                // Delayed answers must hold no thread, or the stub would be the bottleneck.
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(8)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .stubRequestLoggingDisabled(true)
                .extensions(traffic, answers, new StandingMapping(() -> server));
        configuration = port == 0 ? configuration.dynamicPort() : configuration.port(port);
        return switch (journal) {
            case KEPT -> configuration.maxRequestJournalEntries(JOURNAL_LENGTH);
            case NOT_KEPT -> configuration.disableRequestJournal();
        };
    }
}
