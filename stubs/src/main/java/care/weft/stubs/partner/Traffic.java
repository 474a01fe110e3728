package care.weft.stubs.partner;

import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.extension.ServeEventListener;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Counts calls, and those under way at the same time.
 *
 * <p>WireMock reports a delayed answer as complete when it has only been scheduled; a call therefore counts as under way
 * until the moment that its answer is due.
 */
final class Traffic implements ServeEventListener, ResponseTransformerV2 {

    private static final long NOT_YET_KNOWN = Long.MAX_VALUE;

    private final PartnerSystem system;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final Map<String, Integer> callsBySite = new TreeMap<>();
    private final Map<UUID, Long> dueInNanos = new HashMap<>();
    private final long origin = System.nanoTime();
    private int peak;

    Traffic(PartnerSystem system) {
        this.system = system;
    }

    @Override
    public String getName() {
        return "traffic";
    }

    @Override
    public boolean applyGlobally() {
        return true;
    }

    @Override
    public synchronized void beforeMatch(ServeEvent event, Parameters parameters) {
        var path = SystemAnswers.path(event.getRequest());
        calls.merge(system.kind(path), 1, Integer::sum);
        var site = system.site(path);
        if (site != null) {
            callsBySite.merge(site, 1, Integer::sum);
        }
        var now = now();
        dueInNanos.values().removeIf(due -> due <= now);
        dueInNanos.put(event.getId(), NOT_YET_KNOWN);
        peak = Math.max(peak, dueInNanos.size());
    }

    @Override
    public synchronized Response transform(Response response, ServeEvent event) {
        var millis = response.getInitialDelay()
                + (response.shouldAddChunkedDribbleDelay()
                        ? response.getChunkedDribbleDelay().getTotalDuration()
                        : 0);
        dueInNanos.replace(event.getId(), now() + TimeUnit.MILLISECONDS.toNanos(millis));
        return response;
    }

    @Override
    public synchronized void afterComplete(ServeEvent event, Parameters parameters) {
        dueInNanos.remove(event.getId(), NOT_YET_KNOWN);
    }

    synchronized Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }

    synchronized Map<String, Integer> callsBySite() {
        return new TreeMap<>(callsBySite);
    }

    synchronized int peak() {
        return peak;
    }

    /** Calls that are under way no longer count: their callers may have given them up long ago. */
    synchronized void reset() {
        calls.clear();
        callsBySite.clear();
        dueInNanos.clear();
        peak = 0;
    }

    private long now() {
        return System.nanoTime() - origin;
    }
}
