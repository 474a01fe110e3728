package care.weft.gateway.web;

import com.netflix.concurrency.limits.limit.AIMDLimit;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets in as many operations at once as this node can serve, and refuses the others at once: work that is begun and not finished in
 * time helps nobody. The limit is that of Netflix' concurrency-limits, additive increase and multiplicative decrease; what it is told
 * is not how long operations take, which is the partners' doing, but how late this node is.
 */
@Component
@EnableConfigurationProperties(AdmissionSettings.class)
final class Admission {

    private static final double BACK_OFF = 0.9;

    /** By which part of itself the limit rises at once while the node has time. */
    private static final int HALF = 2;

    private final AIMDLimit limit;
    private final long halfLate;
    private final int listWeight;
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAdder ended = new LongAdder();
    private final Counter refused;

    Admission(AdmissionSettings settings, MeterRegistry metrics) {
        limit = AIMDLimit.newBuilder()
                .initialLimit(settings.initial())
                .minLimit(settings.least())
                .maxLimit(settings.most())
                .timeout(settings.lateness().toNanos(), TimeUnit.NANOSECONDS)
                .backoffRatio(BACK_OFF)
                .build();
        halfLate = settings.lateness().toNanos() / 2;
        listWeight = settings.listWeight();
        refused = metrics.counter("weft.operations.refused");
        metrics.gauge("weft.operations.limit", limit, AIMDLimit::getLimit);
        metrics.gauge("weft.operations", underWay);
    }

    /**
     * Lets an operation in until it ends, however it ends.
     *
     * @param list whether it asks for a list of people
     * @return an error, {@link Overloaded}, when there are too many already
     */
    <T> Mono<T> admit(boolean list, Mono<T> operation) {
        return Mono.defer(() -> {
            int weight = list ? listWeight : 1;
            if (!enter(weight)) {
                refused.increment();
                return Mono.error(new Overloaded());
            }
            return operation.doFinally(_ -> leave(weight));
        });
    }

    /** Whether there is room for nobody at all: then it counts as refused, and need not be looked at. */
    boolean refuses() {
        boolean full = underWay.get() >= limit.getLimit();
        if (full) {
            refused.increment();
        }
        return full;
    }

    private boolean enter(int weight) {
        int most = limit.getLimit() - weight;
        return underWay.getAndUpdate(now -> now <= most ? now + weight : now) <= most;
    }

    private void leave(int weight) {
        underWay.addAndGet(-weight);
        ended.add(weight);
    }

    /** How many single-person views the operations under way count as. */
    int underWay() {
        return underWay.get();
    }

    /** How many single-person views those count as that have ended since the start. */
    long ended() {
        return ended.sum();
    }

    /**
     * Tells how late this node is, in nanoseconds; to be told some twenty times a second. While it has time, what is under way waits for
     * partners: when one of them hangs, that becomes many soon, and nobody is to be refused for it. The larger the node, the sooner.
     *
     * @param loops how late its event loops are
     * @param backlog for how long its processors have work; 0 while they have time
     */
    void late(long loops, long backlog) {
        int steps = backlog == 0 && loops < halfLate ? Math.max(1, limit.getLimit() / HALF) : 1;
        long late = Math.max(0, Math.max(loops, backlog));
        for (int step = 0; step < steps; step++) {
            limit.onSample(System.nanoTime(), late, underWay.get(), false);
        }
    }

    int limit() {
        return limit.getLimit();
    }
}
