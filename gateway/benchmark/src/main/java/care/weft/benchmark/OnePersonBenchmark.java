package care.weft.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One person's view inside the JVM: the gateway's own engine and waist, partners that answer from memory, and the answer as
 * JSON. Neither HTTP nor security is in it; the commit of the audit is in {@link #onePersonAudited()} alone, where one caller
 * waits for the disk by himself: under load a commit serves many.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// A thread pool of the libraries outlives the application: the process need not wait for it.
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-Djmh.shutdownTimeout=2"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class OnePersonBenchmark {

    /** Whether documents that were parsed and validated are kept. */
    @Param({"true", "false"})
    boolean documentsKept;

    @SuppressWarnings("NullAway.Init") // by start(), before anything else
    private InProcessGateway gateway;

    @Setup
    public void start() {
        gateway = InProcessGateway.start(documentsKept);
    }

    @TearDown
    public void stop() {
        gateway.close();
    }

    @Benchmark
    public byte[] onePerson() {
        return gateway.answer();
    }

    @Benchmark
    public byte[] onePersonAudited() {
        return gateway.answerAudited();
    }
}
