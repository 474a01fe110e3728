package care.weft.gateway.web;

import java.time.Duration;

/**
 * How long the processors need for the operations under way, while they have no time left: what a new one would wait for. Calls to
 * partners are limited, so that work waits there for its turn, and event loops, which do a little of it at a time, are punctual
 * even when there is far too much.
 *
 * <p>While the processors have time it is nothing: operations then wait for partners, which costs nobody else. Not thread-safe.
 */
final class Backlog {

    /** The clock of processor time moves by hundredths of a second. */
    private static final long WINDOW = Duration.ofMillis(500).toNanos();

    private static final double ALL_BUT = 0.9;

    /** How much of a window's word on what an operation costs is believed. */
    private static final double WEIGHT = 0.3;

    private final int processors;
    private long since;
    private long processorTime;
    private long ended;
    private boolean busy;
    private double cost;

    /** @param now as {@link #nanos} is told */
    Backlog(int processors, long now, long processorTime) {
        this.processors = processors;
        since = now;
        this.processorTime = processorTime;
    }

    /**
     * To be asked some times a second.
     *
     * @param now in nanoseconds
     * @param processorTime that this process has taken, in nanoseconds
     * @param underWay operations
     * @param ended operations, since the start
     * @return nanoseconds; 0 while the processors have time
     */
    long nanos(long now, long processorTime, int underWay, long ended) {
        long time = now - since;
        if (time >= WINDOW) {
            long taken = processorTime - this.processorTime;
            busy = taken >= ALL_BUT * processors * time;
            if (ended > this.ended) {
                double each = (double) taken / (ended - this.ended);
                cost = cost == 0 ? each : cost + WEIGHT * (each - cost);
            }
            since = now;
            this.processorTime = processorTime;
            this.ended = ended;
        }
        return busy ? (long) (underWay * cost / processors) : 0;
    }
}
