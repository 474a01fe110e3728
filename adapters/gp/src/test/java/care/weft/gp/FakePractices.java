package care.weft.gp;

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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A directory and a practice that answer by path and fail the test when they are asked for anything else. */
final class FakePractices implements PartnerHttp {

    static final String STRUCTURED = "Patient/$gpc.getstructuredrecord";
    static final String APPOINTMENTS = "Patient/7/Appointment";

    final List<HttpCall> calls = new ArrayList<>();
    final List<Endpoint> endpoints = new ArrayList<>();
    int cancelled;
    private final Map<String, Mono<HttpReply>> replies = new HashMap<>();

    /** A practice that the directory knows, and that knows the person by the id {@code 7}. */
    static FakePractices open() {
        return new FakePractices()
                .holding("Device", device("200000000116", "P99001-1"))
                .holding("Endpoint", endpoint("https://practice.example/P99001/fhir", "P99001-1"))
                .holding("Patient", patient(""));
    }

    static String device(String asid, String party) {
        return """
                {"resourceType": "Device", "id": "d%s", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhsSpineASID", "value": "%s"},
                  {"system": "https://fhir.nhs.uk/Id/nhsMhsPartyKey", "value": "%s"}]}""".formatted(asid, asid, party);
    }

    static String endpoint(String address, String party) {
        return """
                {"resourceType": "Endpoint", "id": "%s", "status": "active", "address": "%s", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhsMhsPartyKey", "value": "%s"}]}""".formatted(Integer.toHexString(address.hashCode()), address, party);
    }

    /** The person, with further fields of JSON, each with a comma before it. */
    static String patient(String further) {
        return """
                {"resourceType": "Patient", "id": "7", "identifier": [
                   {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}],
                 "managingOrganization": {"reference": "Organization/1", "display": "Example Surgery",
                   "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "P99001"}}%s}""".formatted(Asking.NUMBER, further);
    }

    /** A Spine error. */
    static String error(String issue, String code) {
        return """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "%s", "diagnostics": "CANARY",
                  "details": {"coding": [
                    {"system": "https://fhir.nhs.uk/STU3/CodeSystem/Spine-ErrorOrWarningCode-1", "code": "%s"}]}}]}""".formatted(issue, code);
    }

    FakePractices answering(String path, int status, String body) {
        replies.put(
                path,
                Mono.just(new HttpReply(
                        status,
                        Map.of("content-type", "application/fhir+json"),
                        body.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH)));
        return this;
    }

    /** Answers with a bundle of these resources. */
    FakePractices holding(String path, @Nullable String... resources) {
        var entries = Stream.of(resources).map("{\"resource\": %s}"::formatted).toList();
        return answering(path, 200, """
                {"resourceType": "Bundle", "type": "searchset", "entry": [%s]}""".formatted(String.join(",", entries)));
    }

    /** Answers a request for a structured record with the person, a list, and these resources. */
    FakePractices recording(String... resources) {
        var all = Stream.concat(
                Stream.of(patient(""), "{\"resourceType\": \"List\", \"status\": \"current\"}"), Stream.of(resources));
        return holding(STRUCTURED, all.toArray(String[]::new));
    }

    FakePractices failing(String path, Fault fault) {
        replies.put(path, Mono.error(new PartnerException(fault, "made to fail")));
        return this;
    }

    FakePractices silent(String path) {
        replies.put(path, Mono.<HttpReply>never().doOnCancel(() -> cancelled++));
        return this;
    }

    @Override
    public PartnerHttp at(Endpoint endpoint) {
        endpoints.add(endpoint);
        return this;
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return Mono.defer(() -> {
            calls.add(call);
            var reply = replies.get(call.path());
            return reply == null ? Mono.error(new AssertionError("Unexpected call to " + call.target())) : reply;
        });
    }

    List<String> paths() {
        return calls.stream().map(HttpCall::path).toList();
    }

    /** The last call of this path. */
    HttpCall last(String path) {
        return calls.stream()
                .filter(call -> call.path().equals(path))
                .reduce((one, other) -> other)
                .orElseThrow(() -> new AssertionError("No call to " + path));
    }
}
