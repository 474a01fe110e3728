package care.weft.demographics;

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
import reactor.core.publisher.Mono;

/** A register that answers by path and fails the test when it is asked for anything else. */
final class FakeRegister implements PartnerHttp {

    final List<HttpCall> calls = new ArrayList<>();
    final List<Deadline> deadlines = new ArrayList<>();
    int cancelled;
    private final Map<String, Mono<HttpReply>> replies = new HashMap<>();

    FakeRegister answering(String path, int status, String body) {
        replies.put(
                path,
                Mono.just(new HttpReply(
                        status,
                        Map.of("content-type", "application/fhir+json"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH)));
        return this;
    }

    /** Answers with an outcome as Spine writes it, with words in it that must never be repeated. */
    FakeRegister refusing(String path, int status, String severity, String issue, String code) {
        return answering(path, status, """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "%s", "code": "%s", "diagnostics": "CANARY",
                  "details": {"coding": [{"system": "https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode",
                    "version": "1", "code": "%s", "display": "CANARY"}]}}]}""".formatted(severity, issue, code));
    }

    FakeRegister failing(String path, Fault fault) {
        replies.put(path, Mono.error(new PartnerException(fault, "made to fail")));
        return this;
    }

    FakeRegister silent(String path) {
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

    /** The value of a header of the last call; empty when it had none. */
    String header(String name) {
        return calls.getLast().headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(HttpCall.Parameter::value)
                .findFirst()
                .orElse("");
    }
}
