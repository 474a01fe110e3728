package care.weft.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of one call, told to the listener once: who got the answer may cancel as well. */
final class CallEnd {

    private static final Logger LOG = LoggerFactory.getLogger(CallEnd.class);

    private final CallListener listener;
    private final String endpoint;
    private final String method;
    private final long began = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();

    CallEnd(CallListener listener, String endpoint, String method) {
        this.listener = listener;
        this.endpoint = endpoint;
        this.method = method;
    }

    void is(String outcome) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        try {
            listener.ended(endpoint, method, outcome, Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException broken) {
            LOG.warn("A listener of calls failed: {}", broken.getClass().getName());
        }
    }
}
