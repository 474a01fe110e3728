package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.audit.AuditEvent;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.audit.ReleasedRecord;
import care.weft.gateway.audit.Verification;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What is shown, and what is denied, is in the trail; what cannot be written there is not shown. */
class AuditJourneyTests extends TrustJourney {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STAYS = "query($n: NhsNumber!) { person(nhsNumber: $n) { stays { nodes { title } } } }";
    private static final PartnerId TRUST = new PartnerId("trust");

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Store store;

    @Autowired
    private StoreSettings settings;

    @Test
    void whatWasShownIsInTheTrailWithWhoAndWhyUnderTheRequestsId() {
        var answer = send(post("""
                        query Overview($n: NhsNumber!) { person(nhsNumber: $n) {
                          appointments(first: 100) { nodes { provenance { recordId } } }
                          assessments(first: 100) { nodes { provenance { recordId } } } } }""", Map.of("n", number(person)))
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("nurse"))
                .header("Purpose-Of-Use", "TREAT")
                .header("X-Request-ID", "front-end-4711"));

        var events = events(answer);

        assertThat(events)
                .extracting(event -> withoutFields(event.context()))
                .containsOnly(new AuditContext(
                        "front-end-4711",
                        "user-nurse",
                        "Grace Owusu",
                        STUBS.identityProvider().issuer(),
                        List.of("NURSE"),
                        "R0A",
                        "TREAT",
                        "Overview",
                        null));
        assertThat(events)
                .filteredOn(event -> event.fact() instanceof AuditFact.Disclosure)
                .extracting(event -> event.context().fields())
                .containsExactly("query{person{appointments{nodes{provenance{recordId}}}"
                        + " assessments{nodes{provenance{recordId}}}}}");
        assertThat(facts(answer)).contains(new AuditFact.Lookup(key(person), TRUST, "TIED"));
        assertThat(disclosures(answer)).singleElement().satisfies(disclosure -> {
            assertThat(disclosure.person()).isEqualTo(key(person));
            assertThat(disclosure.shown())
                    .allMatch(shown ->
                            shown.partner().equals(TRUST) && shown.outcome().equals("ANSWERED"))
                    .extracting(AuditFact.Shown::section)
                    .containsExactlyInAnyOrder(Section.APPOINTMENTS, Section.ASSESSMENTS);
        });
        assertThat(recorded(answer, Section.APPOINTMENTS))
                .isNotEmpty()
                .isEqualTo(shown(answer.person().path("appointments")));
        assertThat(recorded(answer, Section.ASSESSMENTS))
                .isNotEmpty()
                .isEqualTo(shown(answer.person().path("assessments")));
    }

    private static AuditContext withoutFields(AuditContext context) {
        return new AuditContext(
                context.requestId(),
                context.callerId(),
                context.callerName(),
                context.issuer(),
                context.roles(),
                context.organisation(),
                context.purpose(),
                context.operationName(),
                null);
    }

    private Set<String> recorded(Answer answer, Section section) {
        return disclosures(answer).stream()
                .flatMap(disclosure -> disclosure.shown().stream())
                .filter(shown -> shown.section() == section)
                .flatMap(shown -> shown.records().stream())
                .map(ReleasedRecord::recordId)
                .collect(Collectors.toSet());
    }

    @Test
    void everyRecordThatWasShownIsInTheTrailWithADigestThatIsTheSameUntilItChanges() {
        var first = ask("gp", STAYS, Map.of("n", number(person)));
        var second = ask("nurse", STAYS, Map.of("n", number(person)));

        var records = disclosures(first).getFirst().shown().getFirst().records();
        assertThat(records)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.digest()).matches("[0-9a-f]{64}"));
        assertThat(disclosures(second).getFirst().shown().getFirst().records()).isEqualTo(records);
    }

    private static Set<String> shown(JsonNode list) {
        var ids = new HashSet<String>();
        list.path("nodes")
                .forEach(
                        node -> ids.add(node.path("provenance").path("recordId").asString()));
        return ids;
    }

    @Test
    void everyPersonOfAListIsInTheTrail() {
        var people = Stream.of(Story.THREE_ASSESSMENTS, Story.CARER, Story.DISCHARGE, Story.RESTRICTED)
                .map(Journey::story)
                .toList();

        var answer = ask(
                "mdt",
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { stays { complete } } }",
                Map.of("n", people.stream().map(TrustJourney::number).toList()));

        assertThat(answer.data().path("people").size()).isEqualTo(people.size());
        assertThat(disclosures(answer))
                .extracting(AuditFact.Disclosure::person)
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(AuditJourneyTests::key).toList());
    }

    @Test
    void aDeniedRecordIsInTheTrail() {
        var stranger = ask("stranger", STAYS, Map.of("n", number(person)));
        var neighbour = ask("person", STAYS, Map.of("n", number(story(Story.CARER))));

        assertThat(stranger.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(facts(stranger)).containsExactly(new AuditFact.Denial(key(person), "NO_ROLE", null));
        assertThat(events(stranger).getFirst().context().callerId()).isEqualTo("user-stranger");
        assertThat(neighbour.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(facts(neighbour))
                .containsExactly(new AuditFact.Denial(key(story(Story.CARER)), "NOT_OWN_RECORD", null));
    }

    @Test
    void aWithheldSectionIsInTheTrail() {
        var answer = ask("link-worker", """
                query($n: NhsNumber!) { person(nhsNumber: $n) {
                  stays { nodes { title } complete sources { outcome } } } }""", Map.of("n", number(person)));

        assertThat(answer.person().path("stays")).hasToString("""
                {"nodes":[],"complete":false,"sources":[{"outcome":"WITHHELD"}]}""");
        assertThat(facts(answer))
                .contains(
                        new AuditFact.Denial(key(person), "SECTION_NOT_FOR_ROLE", Section.STAYS),
                        new AuditFact.Disclosure(
                                key(person),
                                List.of(new AuditFact.Shown(Section.STAYS, TRUST, "WITHHELD", List.of()))));
    }

    @Test
    void whileTheTrailCannotBeWrittenWhatIsShownIsDurableInTheSpoolAndInTheTrailAfterwards() {
        var shown = askWithoutTheTrail();

        assertThat(shown.person().path("stays").path("nodes").isEmpty()).isFalse();
        assertThat(awaitDisclosures(shown)).hasSize(1);
        assertAllIsWell();
    }

    @Test
    void nothingIsShownWhileNeitherTheTrailNorTheSpoolCanBeWritten() throws IOException {
        var spool = settings.directory().resolve("spool");
        FileSystemUtils.deleteRecursively(spool);
        Files.createFile(spool);
        Answer refused;
        try {
            refused = askWithoutTheTrail();
        } finally {
            Files.delete(spool);
        }

        assertRefused(refused);
        assertThat(events(refused)).isEmpty();
        assertAllIsWell();
    }

    private Answer askWithoutTheTrail() {
        store.write(connection -> run(connection, "alter table audit_event rename to audit_event_away"))
                .block(SOON);
        try {
            return ask("gp", STAYS, Map.of("n", number(person)));
        } finally {
            store.write(connection -> run(connection, "alter table audit_event_away rename to audit_event"))
                    .block(SOON);
        }
    }

    @Test
    void aStoreThatHangsDoesNotHoldUpTheAnswer() throws InterruptedException {
        var held = new CountDownLatch(1);
        var mended = new CountDownLatch(1);
        var writer = store.write(connection -> Mono.fromCallable(() -> {
                    held.countDown();
                    return mended.await(60, TimeUnit.SECONDS);
                }))
                .toFuture();
        assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        Answer shown;
        try {
            shown = ask("gp", STAYS, Map.of("n", number(person)));
        } finally {
            mended.countDown();
        }

        assertThat(shown.person().path("stays").path("nodes").isEmpty()).isFalse();
        assertThat(writer.join()).isTrue();
        assertThat(awaitDisclosures(shown)).hasSize(1);
        assertAllIsWell();
    }

    private List<AuditFact.Disclosure> awaitDisclosures(Answer answer) {
        var end = System.nanoTime() + SOON.toNanos();
        while (disclosures(answer).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
        return disclosures(answer);
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }

    private void assertRefused(Answer answer) {
        assertThat(answer.http().statusCode()).isEqualTo(200);
        assertThat(answer.body().path("data").isNull()).isTrue();
        assertThat(answer.errorCode()).isEqualTo("AUDIT_UNAVAILABLE");
        assertThat(answer.error().path("message").asString()).contains("Try again");
        assertThat(answer.http().body())
                .doesNotContain(number(person), person.canary(), person.name().family());
    }

    private void assertAllIsWell() {
        var answer = ask("gp", STAYS, Map.of("n", number(person)));

        assertThat(answer.person().path("stays").path("nodes").isEmpty()).isFalse();
        assertThat(disclosures(answer)).hasSize(1);
        assertThat(trail.verify().block(SOON))
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.events()).isPositive());
    }

    private List<AuditEvent> events(Answer answer) {
        var requestId = answer.http().headers().firstValue("X-Request-ID").orElseThrow();
        return trail.findByRequest(requestId).collectList().blockOptional(SOON).orElseThrow();
    }

    private List<AuditFact> facts(Answer answer) {
        return events(answer).stream().map(AuditEvent::fact).toList();
    }

    private List<AuditFact.Disclosure> disclosures(Answer answer) {
        return facts(answer).stream()
                .filter(AuditFact.Disclosure.class::isInstance)
                .map(AuditFact.Disclosure.class::cast)
                .toList();
    }

    private static PersonKey key(Person whom) {
        return PersonKey.of(new NhsNumber(number(whom)));
    }
}
