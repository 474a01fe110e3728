package care.weft.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing to measure.
 *
 * @param process the one that answers
 */
record Scene(JavaProcess process, Load load) {

    /**
     * It was under load for a while.
     *
     * @param cpu that the process used meanwhile
     * @param stubsCpu that the stubs used
     * @param clientCpu that the clients used
     * @param partnerCalls that were made meanwhile, by partner id
     */
    record Round(
            Seen seen,
            Duration cpu,
            Duration stubsCpu,
            Duration clientCpu,
            Map<String, Integer> partnerCalls,
            Instant began,
            Instant ended) {

        /** How many cores that kept busy. */
        double cores(Duration used) {
            return (double) used.toNanos() / Duration.between(began, ended).toNanos();
        }
    }

    /** The same before anything is measured. Its compiler may use all cores meanwhile: what is measured is compiled code. */
    void warmUp(Duration time) {
        process.spread(() -> load.run(time));
    }

    Round play(JavaProcess stubs, Duration time) {
        var began = Instant.now();
        var before = StubProcess.callsByPartner(stubs);
        var cpu = process.cpu();
        var stubsCpu = stubs.cpu();
        var clientCpu = JavaProcess.ownCpu();
        var seen = load.run(time);
        var used = process.cpu().minus(cpu);
        var usedByStubs = stubs.cpu().minus(stubsCpu);
        var usedByClient = JavaProcess.ownCpu().minus(clientCpu);
        var calls = new TreeMap<>(StubProcess.callsByPartner(stubs));
        before.forEach((partner, earlier) -> calls.merge(partner, -earlier, Integer::sum));
        return new Round(seen, used, usedByStubs, usedByClient, calls, began, Instant.now());
    }
}
