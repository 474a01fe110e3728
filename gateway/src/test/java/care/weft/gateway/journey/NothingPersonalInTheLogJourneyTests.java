package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.demo.GatewaySettings;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.identity.IdentityProvider;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.population.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway with every log at {@code DEBUG}, asked in all ways about everybody, with partners that fail and callers who make
 * mistakes, prints no NHS number, name, postcode, telephone number or word of anybody's record, and nothing that lets anybody in.
 */
class NothingPersonalInTheLogJourneyTests {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EVERYTHING = """
            { id nhsNumber demographics { value { name { display } } conflicts { field } sources { outcome } }
              identities { localId } relationships { nodes { id } } involvements { nodes { id } }
              timeline(first: 100) { nodes { id title } sources { message } }
              duplicates { complete } accessHistory { nodes { summary } } }""";

    /** How every signed or unsigned token begins. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}");

    @TempDir
    Path directory;

    @Test
    void whatAGatewayPrintsAtDebugTellsNothingOfAnybody() throws Exception {
        try (var stubs = Stubs.start(StubSettings.onFreePorts().withoutJournal())) {
            stubs.demographics().callsPerSecond(0);
            var settings = GatewaySettings.before(stubs, directory);
            settings.put("weft.partners.demographics.adapter.calls-per-second", 0);
            GatewaySettings.askForUsers(settings, stubs, MentalHealthStub.PARTNER);
            try (var gateway = new GatewayProcess(settings);
                    var http = HttpClient.newHttpClient()) {
                askEverything(http, gateway.graphQl(), stubs);
                gateway.terminate();
                gateway.exit(SOON);

                var said = gateway.said();
                assertThat(said).hasSizeGreaterThan(500).anyMatch(line -> line.contains(" DEBUG "));
                assertThat(letIn(said)).isEmpty();
            }
        }
    }

    private static void askEverything(HttpClient http, URI graphQl, Stubs stubs) throws Exception {
        for (var person : stubs.population().people()) {
            if (person.nhsNumber() != null && (!person.ofTheCrowd() || person.position() % 20 == 0)) {
                ask(
                        http,
                        graphQl,
                        stubs,
                        "gp",
                        "query One($n: NhsNumber!) { person(nhsNumber: $n) " + EVERYTHING + " }",
                        Map.of("n", person.nhsNumber()));
                // As people write by mistake: the number within the document, and the name with it.
                ask(
                        http,
                        graphQl,
                        stubs,
                        "nurse",
                        "{ person(nhsNumber: \"" + person.nhsNumber() + "\") { id } }",
                        Map.of());
                ask(
                        http,
                        graphQl,
                        stubs,
                        "gp",
                        "{ person(nhsNumber: \"" + person.nhsNumber() + "x\") { id } }",
                        Map.of());
                ask(
                        http,
                        graphQl,
                        stubs,
                        "gp",
                        "{ person(name: \"" + person.name().family() + "\") { ",
                        Map.of());
                ask(
                        http,
                        graphQl,
                        stubs,
                        "stranger",
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { id } }",
                        Map.of("n", person.nhsNumber()));
            }
        }
        var some = stubs.population().people().stream()
                .filter(Person::ofTheCrowd)
                .map(Person::nhsNumber)
                .filter(Objects::nonNull)
                .limit(20)
                .toList();
        ask(
                http,
                graphQl,
                stubs,
                "mdt",
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) " + EVERYTHING + " }",
                Map.of("n", some));
        stubs.partners().values().forEach(partner -> partner.stop());
        ask(
                http,
                graphQl,
                stubs,
                "mdt",
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) " + EVERYTHING + " }",
                Map.of("n", some));
        ask(
                http,
                graphQl,
                stubs,
                "auditor",
                "query($f: AccessFilter!) { accessEvents(filter: $f) { nodes { summary nhsNumber } } }",
                Map.of("f", Map.of("nhsNumber", some.getFirst())));
    }

    private static void ask(
            HttpClient http, URI graphQl, Stubs stubs, String user, String query, Map<String, ?> variables)
            throws Exception {
        var answer = http.send(
                HttpRequest.newBuilder(graphQl)
                        .header(
                                "Authorization",
                                "Bearer " + stubs.identityProvider().token(user))
                        .header("Content-Type", "application/json")
                        .timeout(SOON)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(Map.of("query", query, "variables", variables))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isLessThan(500);
    }

    /** The lines in which a token, a part of one, or the gateway's secret is. */
    private static List<String> letIn(List<String> said) {
        return said.stream()
                .filter(line -> TOKEN.matcher(line).find() || line.contains(IdentityProvider.CLIENT_SECRET))
                .toList();
    }
}
