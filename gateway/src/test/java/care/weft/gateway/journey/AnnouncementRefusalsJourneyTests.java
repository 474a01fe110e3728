package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.store.Store;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;

/** What is not announced, and what is kept of it. */
class AnnouncementRefusalsJourneyTests extends AnnouncementStories {

    @Autowired
    private Store store;

    @Autowired
    private AuditTrail trail;

    @ParameterizedTest
    @ValueSource(strings = {"person", "link-worker", "mdt", "auditor", "stranger"})
    void whoeverDoesNotAssessCannotAnnounceAndTheRefusalIsAudited(String user) {
        var answer = announce(user, intent(maureen, "CARE_ACT_NEEDS"), plan("Somebody"));

        assertThat(answer.errorCode()).isEqualTo("FORBIDDEN");
        assertThat(audited(answer)).contains("DENIAL ROLE_DOES_NOT_ASSESS");
        assertThat(nodes(assessments("nurse"), SOURCE)).isEmpty();
    }

    @Test
    void whatIsAnnouncedAndTakenBackIsInTheAudit() {
        var answer = announce("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        assertThat(audited(answer)).contains("WRITTEN ASSESSMENT_ANNOUNCED");
    }

    @Test
    void theSameKeyIsTheSameAnnouncementAndWithOtherContentAMistake() {
        var plan = plan("Tom Ashdown");
        var first = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan);

        var again = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan);
        plan.put("where", "In the clinic");
        var other = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan);

        assertThat(again.path("announcement")).isEqualTo(first.path("announcement"));
        assertThat(other.path("announcement").isNull()).isTrue();
        assertThat(other.at("/problems/0/code").asString()).isEqualTo("KEY_USED");
        assertThat(other.at("/problems/0/field").asString()).isEqualTo("plan.key");
        assertThat(nodes(assessments("nurse"), SOURCE)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key      | short",
                "when     | 2026-03-09T10:00:00Z",
                "when     | 2027-03-09T10:00:00Z",
                "where    | ''",
                "who      | 'two\u0007lines'",
            })
    void aPlanThatCannotBeUnderstoodIsRefusedByItsField(String field, String value) {
        var plan = plan("Tom Ashdown");
        plan.put(field, value);

        var payload = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan);

        assertThat(payload.path("announcement").isNull()).isTrue();
        assertThat(payload.at("/problems/0/code").asString()).isEqualTo("INVALID_ARGUMENT");
        assertThat(payload.at("/problems/0/field").asString()).isEqualTo("plan." + field);
    }

    @Test
    void whoeverAnnouncesCanBeReached() {
        var plan = plan("Tom Ashdown");
        plan.put("contact", Map.of("hours", "Weekdays"));
        var none = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan);
        plan.put("contact", Map.of("phone", "ring me"));
        var noNumber = announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan);

        assertThat(none.at("/problems/0/field").asString()).isEqualTo("plan.contact");
        assertThat(noNumber.at("/problems/0/field").asString()).isEqualTo("plan.contact.phone");
        assertThat(noNumber.at("/problems/0/message").asString()).doesNotContain("ring me");
    }

    @Test
    void nothingIsAnnouncedForSomebodyWhomTheRegisterDoesNotKnow() {
        var intent = intent(maureen, "CARE_ACT_NEEDS");
        intent.put("nhsNumber", "9990009996");

        var payload = announced("social-worker", intent, plan("Tom Ashdown"));

        assertThat(payload.path("announcement").isNull()).isTrue();
        assertThat(payload.at("/problems/0/code").asString()).isEqualTo("IDENTITY_NOT_CONFIRMED");
    }

    /** As when its table were damaged: the audit can still be written. */
    @Test
    void whileAnnouncementsCannotBeReadNoAnswerReadsAsIfNobodyHadAnnouncedAnything() {
        run("alter table announcement rename to announcement_away");
        try {
            var list = assessments("nurse");
            var advice = advice("nurse", "CARE_ACT_NEEDS");
            var listed = ask(
                    "nurse",
                    "query($n: NhsNumber!) { person(nhsNumber: $n) { announcements { id } } }",
                    Map.of("n", number(maureen)));

            assertThat(outcome(list, SOURCE)).isEqualTo("UNAVAILABLE");
            assertThat(list.path("complete").asBoolean()).isFalse();
            assertThat(advice.path("complete").asBoolean()).isFalse();
            assertThat(advice.path("completeness").asString()).isEqualTo("INCOMPLETE");
            assertThat(advice.path("unanswered")
                            .valueStream()
                            .map(each -> each.path("id").asString()))
                    .containsExactly(SOURCE);
            assertThat(listed.errorCode()).isEqualTo("STORE_UNAVAILABLE");
            assertThat(announce("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"))
                            .errorCode())
                    .isEqualTo("STORE_UNAVAILABLE");
        } finally {
            run("alter table announcement_away rename to announcement");
        }
    }

    @Test
    void theDatabaseHoldsNoNhsNumberOfWhomSomethingWasAnnouncedFor() {
        announced("social-worker", intent(maureen, "CARE_ACT_NEEDS"), plan("Tom Ashdown"));

        var people = store.read(connection -> Flux.from(connection
                                .createStatement(
                                        "select person from announcement union select person from announcement_turn")
                                .execute())
                        .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))))
                .collectList()
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();

        assertThat(people).isNotEmpty().noneMatch(person -> person.contains(number(maureen)));
    }

    private void run(String sql) {
        store.write(connection -> Flux.from(connection.createStatement(sql).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then())
                .block(Duration.ofSeconds(10));
    }

    private List<String> audited(Answer answer) {
        return facts(trail, answer).stream()
                .map(fact -> switch (fact) {
                    case AuditFact.Denial denial -> "DENIAL " + denial.reason();
                    case AuditFact.Written written -> "WRITTEN " + written.action();
                    default -> "OTHER";
                })
                .toList();
    }
}
