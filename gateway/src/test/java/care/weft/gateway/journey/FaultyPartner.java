package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.journey.PartnerFault.Where;
import care.weft.stubs.Stubs;
import care.weft.stubs.council.CouncilStub;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.fault.FaultProxy;
import care.weft.stubs.fault.NetworkFault;
import care.weft.stubs.gp.GpStub;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.trust.TrustStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * One stub partner that can be made to do anything: below HTTP by the proxy before it, above by WireMock's admin API, for those
 * calls that the gateway was seen to make about one person.
 */
final class FaultyPartner {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Stubs stubs;
    private final String id;
    private final PartnerStub stub;
    private final FaultProxy proxy;
    private final Person person;
    private final Person another;
    private final Set<Seen> calls = new LinkedHashSet<>();

    /**
     * A partner that has no faults yet.
     *
     * @param person whose answers are to be spoilt
     * @param another with whom that person may be mixed up
     */
    FaultyPartner(Stubs stubs, String id, Person person, Person another) {
        this.person = person;
        this.another = another;
        this.stubs = stubs;
        this.id = id;
        stub = Objects.requireNonNull(stubs.partners().get(id));
        proxy = stubs.proxy(id);
    }

    private record Seen(String method, String url, String body, String answer) {}

    String id() {
        return id;
    }

    /** Looks at the calls that have just come. */
    void remember() {
        for (var event : JSON.readTree(send("GET", "/requests", "")).path("requests")) {
            var request = event.path("request");
            calls.add(new Seen(
                    request.path("method").asString(),
                    request.path("url").asString(),
                    request.path("body").asString(""),
                    event.path("response").path("body").asString("")));
        }
        assertThat(calls).as("calls to " + id).isNotEmpty();
    }

    /** The same text as if it were about somebody else. */
    private String ofAnother(String text) {
        var mixed = text.replace(FrontDoor.number(person), FrontDoor.number(another))
                .replace(person.canary(), another.canary())
                .replace(person.name().family(), another.name().family());
        var theirs = ids(another);
        for (var own : ids(person)) {
            mixed = mixed.replace(own, theirs.getFirst());
        }
        return mixed;
    }

    /** The partner's own ids of a person. */
    private List<String> ids(Person whom) {
        return switch (id) {
            case CouncilStub.PARTNER -> stubs.council().patientIds(whom);
            case TrustStub.PARTNER -> stubs.trust().patientIds(whom);
            case MentalHealthStub.PARTNER -> stubs.mentalHealth().patientIds(whom);
            case GpStub.PARTNER -> List.of(GpStub.patientId(whom));
            case DemographicsStub.PARTNER -> List.of();
            default -> throw new AssertionError("An unknown partner: " + id);
        };
    }

    /** Whether the call asks who somebody is. What it tells of practices, the gateway remembers. */
    private boolean identifies(Seen call) {
        return switch (id) {
            case CouncilStub.PARTNER, TrustStub.PARTNER -> call.url().contains("/Patient?");
            case MentalHealthStub.PARTNER -> call.url().contains("NHSNumber=");
            case DemographicsStub.PARTNER -> !call.url().endsWith("/RelatedPerson");
            default -> false;
        };
    }

    private List<Seen> calls(Where where) {
        return calls.stream()
                .filter(call -> where == Where.EVERY_CALL || !identifies(call))
                .toList();
    }

    /** Whether these are other calls than every call. */
    boolean has(Where where) {
        return where == Where.EVERY_CALL || calls(where).size() < calls.size();
    }

    void network(NetworkFault fault) {
        proxy.begin(fault);
    }

    void delay(Duration delay) {
        proxy.begin(NetworkFault.DELAY, (int) delay.toMillis());
    }

    void slowToFind(Duration delay) {
        proxy.begin(NetworkFault.NAME_SLOW, (int) delay.toMillis());
    }

    void clockAhead(Duration duration) {
        FrontDoor.PARTNERS_AHEAD.set(duration);
    }

    /** From now on the calls are answered so. */
    void answer(Where where, Function<KnownCall, Map<String, ?>> response) {
        var mappings = new ArrayList<Map<String, ?>>();
        for (var seen : calls(where)) {
            mappings.add(Map.of("request", request(seen), "response", response.apply(known(seen))));
        }
        add(mappings);
    }

    /** The next three calls fail. */
    void failFirst(Where where) {
        var mappings = new ArrayList<Map<String, ?>>();
        for (var seen : calls(where)) {
            var states = List.of("Started", "1", "2", "over");
            for (int state = 0; state < 3; state++) {
                mappings.add(Map.of(
                        "scenarioName", "burst",
                        "requiredScenarioState", states.get(state),
                        "newScenarioState", states.get(state + 1),
                        "request", request(seen),
                        "response", Map.of("status", 500)));
            }
        }
        add(mappings);
    }

    private KnownCall known(Seen seen) {
        var origin = URI.create(proxy.secureBaseUrl()).resolve("/").toString().replaceFirst("/$", "");
        return new KnownCall(origin, seen.url(), seen.answer(), ofAnother(seen.url()), ofAnother(seen.answer()));
    }

    /** Later pages that a spoilt answer has invented are meant as well. */
    private static Map<String, ?> request(Seen seen) {
        var request = new LinkedHashMap<String, Object>();
        request.put("method", seen.method());
        request.put("urlPattern", Pattern.quote(seen.url()) + "([?&]round=.*)?");
        if (!seen.body().isEmpty()) {
            request.put("bodyPatterns", List.of(Map.of("equalTo", seen.body())));
        }
        return request;
    }

    private void add(List<Map<String, ?>> mappings) {
        send("POST", "/mappings/import", JSON.writeValueAsString(Map.of("mappings", mappings)));
    }

    /** All is well again. */
    void mend() {
        proxy.end();
        clockAhead(Duration.ZERO);
        send("DELETE", "/mappings", "");
        send("POST", "/scenarios/reset", "");
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(stub.adminUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response =
                HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        assertThat(response.statusCode()).as(path).isLessThan(300);
        return response.body();
    }
}
