package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.audit.Verification;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is shown is durable in the audit, whatever its store does; what cannot be kept is not shown. */
class AuditOutageJourneyTests extends TrustJourney {

    private static final String STAYS = "query($n: NhsNumber!) { person(nhsNumber: $n) { stays { nodes { title } } } }";

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Store store;

    @Autowired
    private StoreSettings settings;

    @Test
    void whileTheTrailCannotBeWrittenWhatIsShownIsDurableInTheSpoolAndInTheTrailAfterwards() {
        var shown = askWithoutTheTrail();

        assertThat(shown.person().path("stays").path("nodes").isEmpty()).isFalse();
        assertThat(awaitFacts(trail, shown))
                .filteredOn(AuditFact.Disclosure.class::isInstance)
                .hasSize(1);
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
        assertThat(events(trail, refused)).isEmpty();
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
        assertThat(awaitFacts(trail, shown))
                .filteredOn(AuditFact.Disclosure.class::isInstance)
                .hasSize(1);
        assertAllIsWell();
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

    private List<AuditFact.Disclosure> disclosures(Answer answer) {
        return facts(trail, answer).stream()
                .filter(AuditFact.Disclosure.class::isInstance)
                .map(AuditFact.Disclosure.class::cast)
                .toList();
    }
}
