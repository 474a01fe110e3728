package care.weft.stubs.partner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one mapping by which the system itself answers; comes back whenever all mappings are removed. */
final class StandingMapping implements StubLifecycleListener {

    // WireMock's own default is 5, so that a fault without a priority comes first too.
    private static final int LOWEST_PRIORITY = 1_000;

    private final Supplier<@Nullable WireMockServer> running;

    StandingMapping(Supplier<@Nullable WireMockServer> running) {
        this.running = running;
    }

    static void addTo(WireMockServer server) {
        server.addStubMapping(any(anyUrl())
                .atPriority(LOWEST_PRIORITY)
                .withName("the partner system")
                .willReturn(aResponse().withTransformers(SystemAnswers.NAME))
                .build());
    }

    @Override
    public String getName() {
        return "standing-mapping";
    }

    @Override
    public void afterStubsReset() {
        var server = running.get();
        if (server != null) {
            addTo(server);
        }
    }
}
