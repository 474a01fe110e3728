package care.weft.mentalhealth;

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

/** A mental-health trust that answers by path and fails the test when it is asked for anything else. */
final class FakeTrust implements PartnerHttp {

    static final String AS_OF = "2026-03-10T11:59:00Z";

    private static final List<String> TABLES = List.of(
            "MHS001MPI",
            "MHS002GP",
            "MHS006MHCareCoord",
            "MHS008CarePlanType",
            "MHS009CarePlanAgreement",
            "MHS101Referral",
            "MHS102ServiceTypeReferredTo",
            "MHS105OnwardReferral",
            "MHS201CareContact",
            "MHS501HospProvSpell",
            "MHS502WardStay",
            "MHS606CodedScoreAssessmentRefer",
            "MHS607CodedScoreAssessmentAct");

    final List<HttpCall> calls = new ArrayList<>();
    final List<Deadline> deadlines = new ArrayList<>();
    int cancelled;
    private final Map<String, Mono<HttpReply>> replies = new HashMap<>();

    /** One that knows everybody and holds nothing about anybody. */
    static FakeTrust empty() {
        var trust = new FakeTrust();
        TABLES.forEach(trust::holding);
        return trust;
    }

    FakeTrust answering(String path, int status, String body) {
        replies.put(
                path, Mono.just(new HttpReply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), Instant.EPOCH)));
        return this;
    }

    /** Answers for a table with rows, each the inside of an object to which the owner is added. */
    FakeTrust holding(String table, String... rows) {
        var whole = List.of(rows).stream()
                .map(row -> row.startsWith("{") ? row : "{\"LocalPatientId\": \"GM1\", " + row + "}")
                .toList();
        return answering(table, 200, page(table, "null", whole.toArray(String[]::new)));
    }

    static String page(String table, String next, String... rows) {
        return """
                {"table": "%s", "asOf": "%s", "rows": [%s], "next": %s}""".formatted(table, AS_OF, String.join(",", rows), next);
    }

    FakeTrust failing(String path, Fault fault) {
        replies.put(path, Mono.error(new PartnerException(fault, "made to fail")));
        return this;
    }

    FakeTrust silent(String path) {
        replies.put(path, Mono.<HttpReply>never().doOnCancel(() -> cancelled++));
        return this;
    }

    List<String> targets() {
        return calls.stream().map(HttpCall::target).toList();
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
        if (reply == null) {
            throw new AssertionError("Asked for " + call.path());
        }
        return reply;
    }
}
