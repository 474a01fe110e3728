package care.weft.benchmark;

import java.time.Duration;
import java.time.Instant;

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
     * @param partnerCalls that were made meanwhile
     */
    record Round(ClosedLoop.Seen seen, Duration cpu, int partnerCalls, Instant began, Instant ended) {}

    Round play(JavaProcess stubs, Duration time) {
        var began = Instant.now();
        int calls = StubProcess.calls(stubs);
        var cpu = process.cpu();
        var seen = load.run(time);
        return new Round(seen, process.cpu().minus(cpu), StubProcess.calls(stubs) - calls, began, Instant.now());
    }
}
