package care.weft.gateway.web;

import com.sun.management.OperatingSystemMXBean;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAccumulator;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;

/**
 * Measures how late this node is, and tells admission: the latest of the event loops that serve requests, each of which is asked for
 * a turn, or the {@link Backlog} of the processors, whichever is more.
 */
@Component
final class Lateness implements SmartLifecycle {

    private static final long TURN_MILLIS = 25;
    private static final long TELL_MILLIS = 50;

    private final Admission admission;
    private final ReactorResourceFactory resources;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final LongAccumulator latest = new LongAccumulator(Math::max, 0);
    private final List<ScheduledFuture<?>> turns = new ArrayList<>();

    Lateness(Admission admission, ReactorResourceFactory resources) {
        this.admission = admission;
        this.resources = resources;
    }

    @Override
    public synchronized void start() {
        EventExecutor last = null;
        for (var loop : resources.getLoopResources().onServer(true)) {
            turns.add(turns(loop));
            last = loop;
        }
        if (last != null) {
            turns.add(tell(last));
        }
    }

    private ScheduledFuture<?> turns(EventExecutor loop) {
        var due = new long[] {System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS)};
        return loop.scheduleWithFixedDelay(
                () -> {
                    long now = System.nanoTime();
                    latest.accumulate(now - due[0]);
                    due[0] = now + TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS);
                },
                TURN_MILLIS,
                TURN_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private ScheduledFuture<?> tell(EventExecutor loop) {
        int processors = Runtime.getRuntime().availableProcessors();
        var backlog = new Backlog(processors, System.nanoTime(), system.getProcessCpuTime());
        return loop.scheduleWithFixedDelay(
                () -> admission.late(
                        latest.getThenReset(),
                        backlog.nanos(
                                System.nanoTime(),
                                system.getProcessCpuTime(),
                                admission.underWay(),
                                admission.ended())),
                TELL_MILLIS,
                TELL_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        turns.forEach(turn -> turn.cancel(false));
        turns.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !turns.isEmpty();
    }
}
