package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.KEYS;
import static care.weft.gateway.audit.Facts.context;
import static care.weft.gateway.audit.Facts.disclosure;
import static care.weft.gateway.audit.Facts.person;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.store.AdviceRows;
import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.ExceptionalAccessRow;
import care.weft.gateway.store.ExceptionalAccessRows;
import care.weft.gateway.store.FindingRow;
import care.weft.gateway.store.PersonRows;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import care.weft.spi.model.Section;
import io.r2dbc.spi.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditCommandsTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String NUMBER = person(1).value().substring(4);

    @TempDir
    Path directory;

    private Store store;
    private AuditTrail trail;
    private String said = "";

    @BeforeEach
    void write() {
        store = Store.open(StoreSettings.embedded(directory));
        var rows = AuditRows.in(store);
        trail = new AuditTrail(rows, KEYS, new HeadFiles(directory.resolve("heads")));
        var batch = AuditBatch.open(context("request-1"));
        for (var fact : List.of(
                disclosure(1),
                new AuditFact.Denial(person(2), "NO_ROLE", null),
                new AuditFact.Denial(person(2), "SECTION_NOT_FOR_ROLE", Section.STAYS),
                new AuditFact.Lookup(person(1), Facts.COUNCIL, "TIED"),
                new AuditFact.Advice(
                        person(1), "advice-1", "care-act-needs", "JOIN", "2026.1", Map.of("setting", "HOME")),
                new AuditFact.Search(null, "ACCESS_EVENTS", Map.of("kinds", "[DENIAL]"), 3),
                new AuditFact.SecurityEvent("RECORD_OF_ANOTHER_PERSON", person(1), Facts.COUNCIL))) {
            batch.record(fact);
        }
        new AuditLog(
                        rows,
                        "node-1",
                        Facts.FORMAT,
                        AuditSettings.of(SOON, 100),
                        Clock.fixed(Instant.parse("2026-11-22T08:03:11.250Z"), ZoneOffset.UTC))
                .commit(batch, SOON)
                .block(SOON);
        var writer = new HeadWriter(
                rows,
                "node-1",
                new HeadFiles(directory.resolve("heads")),
                new HeadSignature(KEYS),
                Duration.ofDays(1),
                Clock.systemUTC());
        writer.close();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void replaySaysWhatWasShownToWhomAndWhy() throws IOException {
        assertThat(run("", "audit", "replay", "request-1")).isEqualTo(AuditCommands.FOUND);

        assertThat(said)
                .startsWith("""
                        22 November 2026 08:03:11.250 GMT, event 1 of node node-1
                          who:      Zoë O'Brien, caller-1 at https://idp.example
                          as:       social-worker for E08000003
                          why:      TREAT, operation Overview
                          fields:   query{person{assessments{nodes{title}}}}
                          whose:    NHS number %s
                          shown:    ASSESSMENTS of council, ANSWERED, 2 records
                            record a-1 version 2 digest %s
                            record b-1 version - digest -
                        """.formatted(NUMBER, "d".repeat(64)))
                .contains("  why:      TREAT, operation Overview\n  whose:    NHS number")
                .contains("  refused:  the whole record, NO_ROLE\n")
                .contains("  refused:  STAYS, SECTION_NOT_FOR_ROLE\n")
                .contains("  looked up by the gateway itself, nothing of it shown: council, TIED\n")
                .contains("  advised:  JOIN on care-act-needs, advice advice-1, by rules 2026.1\n")
                .contains("  asked:    setting HOME\n")
                .contains("  searched: ACCESS_EVENTS, found 3, by kinds [DENIAL]\n")
                .contains("  broken:   RECORD_OF_ANOTHER_PERSON by council\n");
    }

    @Test
    void anUnknownRequestIsSaidToBeUnknown() throws IOException {
        assertThat(run("", "audit", "replay", "another")).isEqualTo(AuditCommands.NOTHING);
        assertThat(said).isEqualTo("There is no event of this request.\n");
    }

    @Test
    void verifySaysWhetherAllIsAsItWasWritten() throws IOException {
        assertThat(run("", "audit", "verify")).isEqualTo(AuditCommands.FOUND);
        assertThat(said).isEqualTo("Intact: 7 events, held against 1 signed heads.\n");

        store.write(connection -> Flux.from(connection
                                .createStatement("update audit_event set outcome = 'x' where seq = 2")
                                .execute())
                        .concatMap(Result::getRowsUpdated)
                        .then())
                .block(SOON);

        assertThat(run("", "audit", "verify")).isEqualTo(AuditCommands.BROKEN);
        assertThat(said).isEqualTo("BROKEN at event 2 of node node-1: The row was changed.\n");
    }

    @Test
    void theExportOfOnePersonIsOfNobodyElse() throws IOException {
        assertThat(run(" " + NUMBER + " \n", "audit", "export", "--person")).isEqualTo(AuditCommands.FOUND);

        assertThat(lines())
                .hasSize(4)
                .allSatisfy(event -> assertThat(patient(event)).isEqualTo(NUMBER));
    }

    @Test
    void theExportOfOnePersonHasAllElseThatIsStoredOfThem() throws IOException {
        var seal = new PersonSeal(KEYS);
        var at = Instant.parse("2026-11-20T10:00:00Z");
        for (int n : List.of(1, 2)) {
            ExceptionalAccessRows.in(store)
                    .add(new ExceptionalAccessRow(
                            0,
                            "opening-" + n,
                            "BREAK_GLASS",
                            "https://idp.example",
                            "caller-1",
                            "Zoë O'Brien",
                            "NURSE",
                            null,
                            seal.seal(person(n)),
                            "unconscious",
                            at,
                            at.plusSeconds(3600),
                            true))
                    .block(SOON);
            AdviceRows.in(store)
                    .found(new FindingRow(
                            seal.pseudonym(person(n)), LocalDate.parse("2026-11-01"), null, 3, 1, 0, 0, 0, 2, 4))
                    .block(SOON);
        }

        assertThat(run(NUMBER + "\n", "audit", "export", "--person", "--to=2026-11-21"))
                .isEqualTo(AuditCommands.FOUND);

        assertThat(said.lines().toList()).containsExactly("""
                        {"table":"duplicate_finding","row":{"person":"nhs:%s","found_in":"2026-11-01","neighbourhood":null,\
                        "assessments":3,"same_instrument":1,"same_family":0,"overlap":0,"overlap_statutory":0,\
                        "in_90_days":2,"repeated_domains":4}}""".formatted(NUMBER), """
                        {"table":"exceptional_access","row":{"seq":1,"id":"opening-1","kind":"BREAK_GLASS",\
                        "issuer":"https://idp.example","caller":"caller-1","caller_name":"Zoë O'Brien","roles":"NURSE",\
                        "organisation":null,"person":"nhs:%s","reason":"unconscious","opened_at":"2026-11-20T10:00:00Z",\
                        "until":"2026-11-20T11:00:00Z","to_review":true}}""".formatted(NUMBER));
        assertThat(run("", "audit", "export", "--to=2026-11-21")).isEqualTo(AuditCommands.NOTHING);
    }

    @Test
    void theNumberIsAskedForOnTheInputAndChecked() throws IOException {
        assertThat(run("", "audit", "export", "--person")).isEqualTo(AuditCommands.NOTHING);
        assertThat(run("1234567890\n", "audit", "export", "--person")).isEqualTo(AuditCommands.NOTHING);
        assertThat(said)
                .startsWith("The first line of the input must be an NHS number")
                .doesNotContain("1234567890");
    }

    @Test
    void anExportMayBeOfDays() throws IOException {
        assertThat(run("", "audit", "export", "--from=2026-11-22", "--to=2026-11-22"))
                .isEqualTo(AuditCommands.FOUND);
        assertThat(lines()).hasSize(7);
        assertThat(run("", "audit", "export", "--from=2026-11-23")).isEqualTo(AuditCommands.NOTHING);
        assertThat(said).isEmpty();
        assertThat(run("", "audit", "export", "--from=yesterday")).isEqualTo(AuditCommands.NOTHING);
        assertThat(said).contains("such as 2026-11-22");
    }

    /** The elements that IHE BALP 1.1 requires of a patient query, and R4 of every AuditEvent. */
    @Test
    void theExportHasWhatTheProfilesRequire() throws IOException {
        run("", "audit", "export");

        assertThat(lines()).hasSize(7).allSatisfy(event -> {
            assertThat(event.path("resourceType").asString()).isEqualTo("AuditEvent");
            assertThat(event.path("id").asString()).matches("[A-Za-z0-9.-]{1,64}");
            assertThat(event.path("type").path("code").isMissingNode()).isFalse();
            assertThat(event.path("recorded").asString()).isEqualTo("2026-11-22T08:03:11.250Z");
            assertThat(event.path("source").path("observer").path("display").asString())
                    .isEqualTo("node-1");
            assertThat(event.path("agent").size()).isEqualTo(3);
            assertThat(event.path("agent").valueStream()).allSatisfy(agent -> {
                assertThat(agent.path("requestor").isBoolean()).isTrue();
                assertThat(agent.path("who").isMissingNode()).isFalse();
            });
        });
        var shown = lines().stream()
                .filter(event -> event.path("id").asString().equals("node-1-1"))
                .findFirst()
                .orElseThrow();
        assertThat(shown.path("meta").path("profile").path(0).asString()).endsWith("/IHE.BasicAudit.PatientQuery");
        assertThat(shown.path("subtype").path(0).path("code").asString()).isEqualTo("search");
        assertThat(shown.path("action").asString()).isEqualTo("E");
        assertThat(shown.path("outcome").asString()).isEqualTo("0");
        assertThat(codes(shown.path("agent"))).containsExactly("IRCP", "110153", "110152");
        assertThat(shown.path("agent").path(1).path("network").isMissingNode()).isFalse();
        assertThat(shown.path("agent").path(2).path("network").path("address").asString())
                .isEqualTo("node-1");
        assertThat(shown.path("entity")
                        .valueStream()
                        .map(entity -> entity.path("type").path("code").asString()))
                .containsExactly("XrequestId", "1", "2", "4", "4");
        assertThat(shown.path("entity").path(2).path("query").isMissingNode()).isFalse();
        assertThat(shown.path("entity").path(3).toString()).contains("d".repeat(64));
    }

    @Test
    void thePublicKeyIsThatOfTheSecret() throws IOException {
        assertThat(run("", "audit", "public-key")).isEqualTo(AuditCommands.FOUND);
        assertThat(said).isEqualTo(new HeadSignature(KEYS).publicKey() + "\n");
    }

    @Test
    void whatIsNotACommandIsAnsweredWithTheCommands() throws IOException {
        for (var words :
                List.of(new String[] {"audit"}, new String[] {"audit", "replay"}, new String[] {"audit", "x"})) {
            assertThat(run("", words)).isEqualTo(AuditCommands.NOTHING);
            assertThat(said).startsWith("audit verify ");
        }
    }

    private int run(String input, String... arguments) throws IOException {
        var out = new StringWriter();
        try (var in = new BufferedReader(new StringReader(input));
                var writer = new PrintWriter(out)) {
            return new AuditCommands(trail, KEYS, PersonRows.in(store), in, writer)
                    .run(new DefaultApplicationArguments(arguments));
        } finally {
            said = out.toString();
        }
    }

    private List<JsonNode> lines() {
        return said.lines().map(JsonMapper.shared()::readTree).toList();
    }

    private static String patient(JsonNode event) {
        return event.path("entity")
                .path(1)
                .path("what")
                .path("identifier")
                .path("value")
                .asString();
    }

    private static List<String> codes(JsonNode agents) {
        return agents.valueStream()
                .map(agent ->
                        agent.path("type").path("coding").path(0).path("code").asString())
                .toList();
    }
}
