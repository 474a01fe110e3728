package care.weft.fhir;

import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** A partner that answers by target and fails the test when it is asked for anything else. */
final class FakePartner implements PartnerHttp {

    final List<HttpCall> calls = new ArrayList<>();
    int cancelled;
    private final Map<String, Mono<HttpReply>> replies = new HashMap<>();

    FakePartner answering(String target, int status, String contentType, String body) {
        replies.put(
                target,
                Mono.just(new HttpReply(
                        status,
                        Map.of("content-type", contentType),
                        body.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH)));
        return this;
    }

    FakePartner answering(String target, String body) {
        return answering(target, 200, "application/fhir+json; charset=utf-8", body);
    }

    FakePartner failing(String target, PartnerException failure) {
        replies.put(target, Mono.error(failure));
        return this;
    }

    FakePartner silent(String target) {
        replies.put(target, Mono.<HttpReply>never().doOnCancel(() -> cancelled++));
        return this;
    }

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        return this;
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        calls.add(call);
        var reply = replies.get(call.target());
        return reply == null ? Mono.error(new AssertionError("Unexpected call to " + call.target())) : reply;
    }
}
