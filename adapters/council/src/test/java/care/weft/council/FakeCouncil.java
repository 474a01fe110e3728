package care.weft.council;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** A council that answers by path and fails the test when it is asked for anything else. */
final class FakeCouncil implements PartnerHttp {

    final List<HttpCall> calls = new ArrayList<>();
    final List<Deadline> deadlines = new ArrayList<>();
    int cancelled;
    private final Map<String, Mono<HttpReply>> replies = new HashMap<>();

    /** One that holds nothing about anybody. */
    static FakeCouncil empty() {
        var council = new FakeCouncil();
        CouncilSettings.MADE_OF.values().forEach(types -> types.forEach(type -> council.holding(type)));
        return council;
    }

    FakeCouncil answering(String path, int status, String body) {
        replies.put(
                path,
                Mono.just(new HttpReply(
                        status,
                        Map.of("content-type", "application/fhir+json"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH)));
        return this;
    }

    /** Answers a search with these resources. */
    FakeCouncil holding(String resourceType, String... resources) {
        var entries = Stream.of(resources)
                .map("{\"resource\": %s, \"search\": {\"mode\": \"match\"}}"::formatted)
                .toList();
        return answering(resourceType, 200, """
                {"resourceType": "Bundle", "type": "searchset", "entry": [%s]}""".formatted(String.join(",", entries)));
    }

    FakeCouncil failing(String path, Fault fault) {
        replies.put(path, Mono.error(new PartnerException(fault, "made to fail")));
        return this;
    }

    FakeCouncil silent(String path) {
        replies.put(path, Mono.<HttpReply>never().doOnCancel(() -> cancelled++));
        return this;
    }

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        return this;
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        calls.add(call);
        deadlines.add(deadline);
        var reply = replies.get(call.path());
        return reply == null ? Mono.error(new AssertionError("Unexpected call to " + call.target())) : reply;
    }

    List<String> targets() {
        return calls.stream().map(HttpCall::target).toList();
    }
}
