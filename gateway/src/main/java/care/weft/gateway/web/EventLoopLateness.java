package care.weft.gateway.web;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.stereotype.Component;

/** Measures how late the event loops are that serve requests: each is asked for a turn, and the time until it comes is told. */
@Component
final class EventLoopLateness implements SmartLifecycle {

    private static final long EVERY_MILLIS = 25;

    private final Admission admission;
    private final ReactorResourceFactory resources;
    private final List<ScheduledFuture<?>> turns = new ArrayList<>();

    EventLoopLateness(Admission admission, ReactorResourceFactory resources) {
        this.admission = admission;
        this.resources = resources;
    }

    @Override
    public synchronized void start() {
        for (var loop : resources.getLoopResources().onServer(true)) {
            turns.add(turns(loop));
        }
    }

    private ScheduledFuture<?> turns(EventExecutor loop) {
        var due = new long[] {System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS)};
        return loop.scheduleWithFixedDelay(
                () -> {
                    long now = System.nanoTime();
                    admission.late(now - due[0]);
                    due[0] = now + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                },
                EVERY_MILLIS,
                EVERY_MILLIS,
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
