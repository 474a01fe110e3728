package care.weft.gateway.web;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** One step of a graceful stop. It waits no longer than {@code spring.lifecycle.timeout-per-shutdown-phase}. */
final class StopStep implements SmartLifecycle {

    private final int phase;
    private final Supplier<CompletableFuture<Void>> step;
    private volatile boolean running;

    /**
     * A step.
     *
     * @param phase higher ones come first
     * @param step begins it; completes when it is done
     */
    StopStep(int phase, Supplier<CompletableFuture<Void>> step) {
        this.phase = phase;
        this.step = step;
    }

    @Override
    public int getPhase() {
        return phase;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        var _ = step.get().whenComplete((_, _) -> done.run());
    }

    /** What Spring calls where nobody waits for the end. */
    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
