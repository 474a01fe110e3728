package care.weft.spi.example;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A partner that answers every call alike, and remembers what it was asked. */
final class FakePartnerHttp implements PartnerHttp {

    final List<String> targets = new ArrayList<>();
    final List<Deadline> deadlines = new ArrayList<>();
    boolean cancelled;
    private @Nullable Endpoint endpoint;
    private final Mono<HttpReply> answer;

    private FakePartnerHttp(Mono<HttpReply> answer) {
        this.answer = answer;
    }

    static FakePartnerHttp answering(int status, String body) {
        return new FakePartnerHttp(
                Mono.just(new HttpReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)));
    }

    static FakePartnerHttp failing(Fault fault) {
        return new FakePartnerHttp(Mono.error(new PartnerException(fault, "made to fail")));
    }

    static FakePartnerHttp silent() {
        return new FakePartnerHttp(Mono.never());
    }

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        this.endpoint = endpoint;
        return this;
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return Mono.defer(() -> {
            if (endpoint == null) {
                throw new AssertionError("The call says not where");
            }
            targets.add(call.target());
            deadlines.add(deadline);
            return answer.doOnCancel(() -> cancelled = true);
        });
    }
}
