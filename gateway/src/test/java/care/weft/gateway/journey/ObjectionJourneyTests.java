package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.store.Store;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import io.r2dbc.spi.Result;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Somebody objects to their records being shared, and is obeyed by the next answer, whatever is kept. */
class ObjectionJourneyTests extends KeptAnswersJourney {

    private static final String STAYS =
            "query($n: NhsNumber!) { person(nhsNumber: $n) { id neighbourhood { id } stays { nodes { title } } } }";
    private static final String PAYLOAD =
            " { objection { id nhsNumber basis recordedBy recordedAt } problems { field } } }";
    private static final String RECORD =
            "mutation($n: NhsNumber!, $b: String!) { recordObjection(nhsNumber: $n, basis: $b)" + PAYLOAD;
    private static final String WITHDRAW =
            "mutation($n: NhsNumber!, $b: String!) { withdrawObjection(nhsNumber: $n, basis: $b)" + PAYLOAD;
    private static final String WHY = "Wrote a letter, which is in the file";

    private final Person person = story(Story.DISCHARGE);

    @AfterEach
    void withdrawn() {
        say("ig-reviewer", WITHDRAW, WHY);
    }

    @Test
    void anObjectionHoldsFromTheNextAnswerOnAndUntilItIsWithdrawn(@Autowired AuditTrail trail) {
        assertThat(shown("nurse").isEmpty()).as("and it is kept now").isFalse();

        var recorded = say("ig-reviewer", RECORD, WHY);
        var objection = recorded.data().path("recordObjection").path("objection");
        assertThat(objection.path("nhsNumber").asString()).isEqualTo(number(person));
        assertThat(objection.path("recordedBy").asString()).isEqualTo("Farah Siddiqui");
        assertThat(facts(trail, recorded))
                .contains(new AuditFact.Written(
                        key(person), "OBJECTION_RECORDED", objection.path("id").asString()));

        for (var user : List.of("nurse", "gp", "mdt", "link-worker")) {
            var refused = ask(user, STAYS, about());
            assertThat(refused.errorCode()).isEqualTo("OBJECTION");
            assertThat(refused.body().path("data").path("person").isNull()).isTrue();
            assertThat(facts(trail, refused)).contains(new AuditFact.Denial(key(person), "OBJECTION", null));
        }
        assertThat(ask("nurse", STAYS, Map.of("n", number(story(Story.CARER))))
                        .person()
                        .isObject())
                .as("one person, and no other")
                .isTrue();

        var again = say("ig-reviewer", RECORD, "Said the same once more on the telephone");
        assertThat(facts(trail, again)).contains(new AuditFact.Search(key(person), "OBJECTION", Map.of(), 1));
        assertThat(again.data().path("recordObjection").path("objection").path("id"))
                .isEqualTo(objection.path("id"));

        var withdrawn = say("ig-reviewer", WITHDRAW, "Changed their mind, by letter");
        assertThat(facts(trail, withdrawn))
                .contains(new AuditFact.Written(
                        key(person), "OBJECTION_WITHDRAWN", objection.path("id").asString()));
        assertThat(shown("nurse").isEmpty()).isFalse();
        assertThat(say("ig-reviewer", WITHDRAW, WHY)
                        .data()
                        .path("withdrawObjection")
                        .path("objection")
                        .isNull())
                .as("none stands")
                .isTrue();
    }

    @Test
    void anObjectionStopsNeitherThePersonNorAnEmergency(@Autowired AuditTrail trail) {
        say("ig-reviewer", RECORD, WHY);

        var own = send(post(STAYS, about())
                .header("Authorization", "Bearer " + STUBS.identityProvider().personToken(number(person))));
        assertThat(own.person().path("stays").path("nodes").isEmpty()).isFalse();

        var emergency = send(post(STAYS, about())
                .header("Purpose-Of-Use", "ETREAT")
                .header("Authorization", "Bearer " + STUBS.identityProvider().token("nurse")));
        assertThat(emergency.person().path("stays").path("nodes").isEmpty()).isFalse();
        assertThat(facts(trail, emergency))
                .as("a header alone is looked at by somebody")
                .contains(new AuditFact.SecurityEvent("OPENED_AGAINST_OBJECTION", key(person), null));

        assertThat(ask(
                                "social-worker",
                                "mutation($n: NhsNumber!, $b: String!) { breakGlass(nhsNumber: $n, reason: $b) {"
                                        + " opened { until } } }",
                                Map.of("n", number(person), "b", "Found at home, unconscious"))
                        .data()
                        .path("breakGlass")
                        .path("opened")
                        .isObject())
                .isTrue();
        assertThat(shown("social-worker").isEmpty())
                .as("though they are involved")
                .isFalse();
        assertThat(ask("nurse", STAYS, about()).errorCode())
                .as("and nobody else")
                .isEqualTo("OBJECTION");
    }

    /** The audit goes to the spool then, and whose team cares for the person is asked of partners. */
    @Test
    void whileTheStoreIsAwayWhoObjectedIsObeyedAndNobodyElseIsRefused(
            @Autowired Store store, @Autowired AuditTrail trail) {
        say("ig-reviewer", RECORD, WHY);
        var tables = List.of("audit_event", "objection", "exceptional_access");

        tables.forEach(table -> change(store, "alter table " + table + " rename to " + table + "_away"));
        try {
            assertThat(ask("nurse", STAYS, about()).errorCode()).isEqualTo("OBJECTION");
            assertThat(ask("nurse", STAYS, Map.of("n", number(story(Story.CARER))))
                            .person()
                            .isObject())
                    .as("shown, and audited in the spool")
                    .isTrue();
            assertThat(ask("out-of-hours", STAYS, Map.of("n", number(story(Story.CARER))))
                            .errorCode())
                    .as("whether they have broken the glass is not known")
                    .isEqualTo("STORE_UNAVAILABLE");
            assertThat(say("ig-reviewer", WITHDRAW, WHY).errorCode()).isEqualTo("STORE_UNAVAILABLE");
        } finally {
            tables.forEach(table -> change(store, "alter table " + table + "_away rename to " + table));
        }

        var again = ask("nurse", STAYS, about());
        assertThat(again.errorCode()).isEqualTo("OBJECTION");
        assertThat(awaitFacts(trail, again)).contains(new AuditFact.Denial(key(person), "OBJECTION", null));
    }

    private static void change(Store store, String sql) {
        store.write(connection -> Flux.from(connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then())
                .block(SOON);
    }

    @Test
    void readsThatTakeLongDoNotHoldUpWhoOpensARecord(@Autowired Store store) {
        say("ig-reviewer", RECORD, WHY);
        var mended = new CountDownLatch(1);
        var hanging = Flux.range(0, 8)
                .flatMap(_ -> store.read(_ -> Flux.from(Mono.fromCallable(() -> mended.await(60, TimeUnit.SECONDS)))))
                .collectList()
                .toFuture();
        try {
            assertThat(ask("nurse", STAYS, about()).errorCode()).isEqualTo("OBJECTION");
            assertThat(ask("nurse", STAYS, Map.of("n", number(story(Story.CARER))))
                            .person()
                            .isObject())
                    .isTrue();
        } finally {
            mended.countDown();
        }
        assertThat(hanging.join()).doesNotContain(false);
    }

    @Test
    void whoHasNotThatDutyRecordsNothing() {
        for (var user : List.of("gp", "auditor", "operator")) {
            assertThat(say(user, RECORD, WHY).errorCode()).isEqualTo("FORBIDDEN");
            assertThat(say(user, WITHDRAW, WHY).errorCode()).isEqualTo("FORBIDDEN");
        }
        var payload = say("ig-reviewer", RECORD, "no").data().path("recordObjection");
        assertThat(payload.path("objection").isNull()).isTrue();
        assertThat(payload.path("problems").toString()).isEqualTo("[{\"field\":\"basis\"}]");
        assertThat(shown("nurse").isEmpty()).isFalse();
    }

    private JsonNode shown(String user) {
        return ask(user, STAYS, about()).person().path("stays").path("nodes");
    }

    private Answer say(String user, String document, String basis) {
        return ask(user, document, Map.of("n", number(person), "b", basis));
    }

    private Map<String, String> about() {
        return Map.of("n", number(person));
    }
}
