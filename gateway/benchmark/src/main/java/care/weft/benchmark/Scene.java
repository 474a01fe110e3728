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
record Scene(JavaProcess process, ClosedLoop load) {

    /**
     * It was under load for a while.
     *
     * @param cpu that the process used meanwhile
     * @param partnerCalls that were made meanwhile, by partner id
     */
    record Round(ClosedLoop.Seen seen, Duration cpu, Map<String, Integer> partnerCalls, Instant began, Instant ended) {}

    Round play(JavaProcess stubs, Duration time) {
        var began = Instant.now();
        var before = StubProcess.callsByPartner(stubs);
        var cpu = process.cpu();
        var seen = load.run(time);
        var used = process.cpu().minus(cpu);
        var calls = new TreeMap<>(StubProcess.callsByPartner(stubs));
        before.forEach((partner, earlier) -> calls.merge(partner, -earlier, Integer::sum));
        return new Round(seen, used, calls, began, Instant.now());
    }
}
