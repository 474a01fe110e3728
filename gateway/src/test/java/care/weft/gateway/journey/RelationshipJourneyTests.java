package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who cares for somebody opens their record; who does not, breaks the glass, and somebody looks at it. */
class RelationshipJourneyTests extends Journey {

    private static final String ASSESSMENTS =
            "query($n: NhsNumber!) { person(nhsNumber: $n) { assessments { nodes { title } } } }";
    private static final String BREAK =
            "mutation($n: NhsNumber!, $r: String!) { breakGlass(nhsNumber: $n, reason: $r) {"
                    + " opened { nhsNumber openedAt until } problems { code field } } }";
    private static final String REVIEWS =
            "{ breakGlassReviews(first: 100) { nodes { kind nhsNumber openedBy roles organisationCode reason } } }";
    private static final String WHY = "Collapsed at home, no history to be had";

    @Test
    void whoIsNotInvolvedIsRefusedBeforeAnyPartnerIsAskedForCare() {
        var answer = ask("out-of-hours", ASSESSMENTS, about(story(Story.THREE_ASSESSMENTS)));

        assertThat(answer.errorCode()).isEqualTo("NO_RELATIONSHIP");
        assertThat(answer.error().path("message").asString()).contains("breakGlass");
        assertThat(STUBS.trust().calls()).isEmpty();
        assertThat(STUBS.council().calls()).isEmpty();
        assertThat(STUBS.mentalHealth().calls()).isEmpty();
    }

    @Test
    void aBrokenGlassOpensOneRecordForALimitedTimeAndIsReviewed(@Autowired AuditTrail trail) {
        var person = story(Story.DISCHARGE);

        var opened = ask("out-of-hours", BREAK, Map.of("n", number(person), "r", WHY));

        var record = opened.data().path("breakGlass").path("opened");
        assertThat(record.path("nhsNumber").asString()).isEqualTo(number(person));
        assertThat(Duration.between(
                        OffsetDateTime.parse(record.path("openedAt").asString()),
                        OffsetDateTime.parse(record.path("until").asString())))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(facts(trail, opened))
                .contains(new AuditFact.SecurityEvent("BREAK_GLASS", key(person), null))
                .anySatisfy(fact -> assertThat(fact).isInstanceOf(AuditFact.Written.class));
        assertThat(ask("out-of-hours", ASSESSMENTS, about(person))
                        .person()
                        .path("assessments")
                        .path("nodes")
                        .isEmpty())
                .isFalse();
        assertThat(ask("out-of-hours", ASSESSMENTS, about(story(Story.CARER))).errorCode())
                .as("one person, and no other")
                .isEqualTo("NO_RELATIONSHIP");
        assertThat(ask("ig-reviewer", REVIEWS, Map.of())
                        .data()
                        .path("breakGlassReviews")
                        .path("nodes")
                        .valueStream()
                        .filter(review -> review.path("nhsNumber").asString().equals(number(person))))
                .singleElement()
                .hasToString("{\"kind\":\"BREAK_GLASS\",\"nhsNumber\":\"" + number(person)
                        + "\",\"openedBy\":\"Dr Owen Marsden\",\"roles\":[\"OUT_OF_HOURS_CLINICIAN\"],"
                        + "\"organisationCode\":\"NTW01\",\"reason\":\"" + WHY + "\"}");
    }

    @Test
    void aReasonThatNobodyCouldReviewOpensNothing() {
        for (var reason : List.of("", "because", "two\nlines of it")) {
            var payload = ask("out-of-hours", BREAK, Map.of("n", number(story(Story.CARER)), "r", reason))
                    .data()
                    .path("breakGlass");
            assertThat(payload.path("opened").isNull()).isTrue();
            assertThat(payload.path("problems").toString())
                    .isEqualTo("[{\"code\":\"INVALID_ARGUMENT\",\"field\":\"reason\"}]");
        }
    }

    @Test
    void whoMayNotBreakTheGlassDoesNotAndWhoDoesNotReviewSeesNoList() {
        assertThat(ask("link-worker", BREAK, Map.of("n", number(story(Story.CARER)), "r", WHY))
                        .errorCode())
                .isEqualTo("FORBIDDEN");
        for (var user : List.of("gp", "auditor", "stranger", "out-of-hours")) {
            assertThat(ask(user, REVIEWS, Map.of()).errorCode()).isEqualTo("FORBIDDEN");
        }
    }

    /** The partner of the caller's own organisation says whether it cares for the person now. */
    @Test
    void whatTheOwnOrganisationHoldsOpenIsARelationship(@Autowired AuditTrail trail) {
        var cared = as("R0A", ASSESSMENTS, story(Story.ASSESSMENT_IN_PROGRESS), null);

        assertThat(cared.person().path("assessments").path("nodes").isEmpty()).isFalse();
        assertThat(facts(trail, cared))
                .as("read under the gateway's own authority")
                .anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                AuditFact.Lookup.class,
                                lookup -> assertThat(lookup.outcome()).isEqualTo("ASSESSMENTS ANSWERED")));
    }

    @Test
    void thePracticeWhereThePersonIsRegisteredCaresForThem() {
        var person = story(Story.CARER);

        assertThat(as(person.practice().ods(), ASSESSMENTS, person, null)
                        .person()
                        .isObject())
                .isTrue();
    }

    @Test
    void whomTheOrganisationOnlyKnowsIsOpenedForAStatedReasonAndWithoutSocialAndMentalHealthCare() {
        var person = story(Story.CONFLICTING_BIRTH_DATE);
        var sections = "query($n: NhsNumber!) { person(nhsNumber: $n) {"
                + " referrals { sources { partner { id } outcome } } } }";

        assertThat(as("RXV", sections, person, null).errorCode()).isEqualTo("NO_RELATIONSHIP");
        assertThat(as("RXV", sections, person, "curious").errorCode()).isEqualTo("NO_RELATIONSHIP");
        var opened = as("RXV", sections, person, "Asked to see her again by her daughter");

        var referrals = opened.person().path("referrals");
        assertThat(outcome(referrals, "trust")).isEqualTo("ANSWERED");
        assertThat(outcome(referrals, "mental-health")).isEqualTo("WITHHELD");
        assertThat(outcome(referrals, "council")).isEqualTo("WITHHELD");
    }

    @Test
    void whoeverLooksAtTheirOwnRecordAsStaffIsTold(@Autowired AuditTrail trail) {
        var person = story(Story.THREE_ASSESSMENTS);
        var token = STUBS.identityProvider().token("gp", claims -> claims.put("nhs_number", number(person)));

        var answer = send(post(ASSESSMENTS, about(person)).header("Authorization", "Bearer " + token));

        assertThat(answer.person().isObject()).isTrue();
        assertThat(facts(trail, answer))
                .contains(new AuditFact.SecurityEvent("OWN_RECORD_OPENED_AS_STAFF", key(person), null));
    }

    /** Clients send the reason with each request of a session, and go on doing so. */
    @Test
    void aBrokenGlassOpensMoreThanTheReasonThatIsStatedStill() {
        var person = story(Story.CONFLICTING_BIRTH_DATE);
        var agency = agency("RXV", "user-agency");
        var asking = post(
                        "query($n: NhsNumber!) { person(nhsNumber: $n) { referrals { sources { outcome } } } }",
                        about(person))
                .header("Authorization", "Bearer " + agency)
                .header("Access-Reason", "Asked to see her again by her daughter");
        assertThat(send(asking.copy()).person().toString()).contains("WITHHELD");

        var broken =
                send(post(BREAK, Map.of("n", number(person), "r", WHY)).header("Authorization", "Bearer " + agency));

        assertThat(broken.data().path("breakGlass").path("opened").isObject()).isTrue();
        assertThat(send(asking.copy()).person().toString()).contains("ANSWERED").doesNotContain("WITHHELD");
    }

    /** Asks as a nurse whose employer nobody knows, and who acts for an organisation. */
    private Answer as(String organisation, String query, Person person, @Nullable String reason) {
        var request =
                post(query, about(person)).header("Authorization", "Bearer " + agency(organisation, "user-nurse"));
        return send(reason == null ? request : request.header("Access-Reason", reason));
    }

    private static String agency(String organisation, String id) {
        return STUBS.identityProvider().token("nurse", claims -> {
            claims.put("sub", id);
            claims.put("employer", Map.of("ods", "AGENCY", "name", "An agency"));
            claims.put("acts_for", List.of(Map.of("ods", organisation, "name", organisation)));
        });
    }

    private static Map<String, String> about(Person person) {
        return Map.of("n", number(person));
    }
}
