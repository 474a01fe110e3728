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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * One stub partner that can be made to do anything: below HTTP by the proxy before it, above by WireMock's admin API, for those
 * calls that the gateway was seen to make about one person.
 */
final class FaultyPartner {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Stubs stubs;
    private final String id;
    private final PartnerStub stub;
    private final FaultProxy proxy;
    private final Map<String, Seen> own = new LinkedHashMap<>();
    private final Map<String, Seen> another = new LinkedHashMap<>();

    FaultyPartner(Stubs stubs, String id) {
        this.stubs = stubs;
        this.id = id;
        stub = Objects.requireNonNull(stubs.partners().get(id));
        proxy = stubs.proxy(id);
    }

    private record Seen(String method, String url, String body, String answer) {}

    String id() {
        return id;
    }

    /** Looks at the calls that have just come: about the person whose answers are to be spoilt. */
    void rememberOwn(Person person) {
        remember(person, own);
    }

    /** About somebody else, with whom that person is to be mixed up. */
    void rememberAnother(Person person) {
        remember(person, another);
    }

    private void remember(Person person, Map<String, Seen> calls) {
        for (var event : JSON.readTree(send("GET", "/requests", "")).path("requests")) {
            var request = event.path("request");
            var seen = new Seen(
                    request.path("method").asString(),
                    request.path("url").asString(),
                    request.path("body").asString(""),
                    event.path("response").path("body").asString(""));
            calls.put(withoutThePerson(person, seen.method() + " " + seen.url() + " " + seen.body()), seen);
        }
        assertThat(calls).as("calls to " + id).isNotEmpty();
    }

    /** The same for the same call about somebody else. */
    private String withoutThePerson(Person person, String call) {
        var ids = switch (id) {
            case CouncilStub.PARTNER -> stubs.council().patientIds(person);
            case TrustStub.PARTNER -> stubs.trust().patientIds(person);
            case MentalHealthStub.PARTNER -> stubs.mentalHealth().patientIds(person);
            case GpStub.PARTNER ->
                List.of(GpStub.patientId(person), person.practice().ods());
            case DemographicsStub.PARTNER -> List.<String>of();
            default -> throw new AssertionError("An unknown partner: " + id);
        };
        var anonymous = call.replace(FrontDoor.number(person), "NUMBER");
        for (var local : ids) {
            anonymous = anonymous.replace(local, "ID");
        }
        return anonymous;
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
        return own.values().stream()
                .filter(call -> where == Where.EVERY_CALL || !identifies(call))
                .toList();
    }

    /** Whether it is first asked who somebody is. */
    boolean identifies() {
        return own.values().stream().anyMatch(this::identifies);
    }

    void network(NetworkFault fault) {
        proxy.begin(fault);
    }

    void clockAhead(Duration duration) {
        FrontDoor.PARTNERS_AHEAD.set(id.equals(GpStub.PARTNER) ? duration : Duration.ZERO);
    }

    /** From now on the calls are answered so. */
    void answer(Where where, Function<KnownCall, Map<String, ?>> response) {
        var mappings = new ArrayList<Map<String, ?>>();
        own.forEach((key, seen) -> {
            if (calls(where).contains(seen)) {
                mappings.add(Map.of("request", request(seen), "response", response.apply(known(key, seen))));
            }
        });
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

    private KnownCall known(String key, Seen seen) {
        var other = another.getOrDefault(key, seen);
        var origin = URI.create(proxy.baseUrl()).resolve("/").toString().replaceFirst("/$", "");
        return new KnownCall(
                origin, seen.method(), seen.url(), seen.body(), seen.answer(), other.url(), other.answer());
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
