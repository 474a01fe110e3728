package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Story;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose team cares for somebody opens their record; another team of the same trust has to say why. */
class TeamRelationshipJourneyTests extends Journey {

    private static final String REFERRALS =
            "query($n: NhsNumber!) { person(nhsNumber: $n) { referrals { sources { partner { id } outcome } } } }";
    private static final String OLDER_ADULTS = "Community Mental Health Team (Older Adults)";

    @Test
    void theTeamThatARecordNamesOpensIt() {
        assertThat(outcome(
                        as("Grace Owusu", List.of(OLDER_ADULTS), null).person().path("referrals"), "trust"))
                .isEqualTo("ANSWERED");
        assertThat(as("Grace Owusu", List.of(Map.of("code", "T9", "name", OLDER_ADULTS)), null)
                        .person()
                        .isObject())
                .isTrue();
    }

    @Test
    void anotherTeamOfTheSameTrustSaysWhyAndSeesNoMentalHealthCare() {
        assertThat(as("Grace Owusu", List.of("Eating disorder service"), null).errorCode())
                .isEqualTo("NO_RELATIONSHIP");

        var opened = as("Grace Owusu", List.of("Eating disorder service"), "Asked for advice by her practice")
                .person()
                .path("referrals");
        assertThat(outcome(opened, "trust")).isEqualTo("ANSWERED");
        assertThat(outcome(opened, "mental-health")).isEqualTo("WITHHELD");
    }

    @Test
    void theCareCoordinatorOpensTheRecordWhateverTheirTeam() {
        assertThat(as("Ngozi Achebe", List.of("Eating disorder service"), null)
                        .person()
                        .isObject())
                .isTrue();
    }

    @Test
    void whoseTokenNamesNoTeamCountsByTheirTrust() {
        assertThat(as("Grace Owusu", List.of(), null).person().isObject()).isTrue();
    }

    @Test
    void theApiSaysWhichTeamsTheTokenNames() {
        var token = STUBS.identityProvider()
                .token(
                        "nurse",
                        claims -> claims.put("teams", List.of("T1", Map.of("code", "T9", "name", OLDER_ADULTS))));

        assertThat(send(post("{ me { teams } }", Map.of()).header("Authorization", "Bearer " + token))
                        .data()
                        .path("me")
                        .toString())
                .isEqualTo("{\"teams\":[\"T1\",\"" + OLDER_ADULTS + "\"]}");
    }

    /** Asks as somebody whose employer nobody knows, and who acts for the mental-health trust. */
    private Answer as(String name, List<?> teams, @Nullable String reason) {
        var token = STUBS.identityProvider().token("nurse", claims -> {
            claims.put("name", name);
            claims.put("employer", Map.of("ods", "AGENCY", "name", "An agency"));
            claims.put("acts_for", List.of(Map.of("ods", "RXV", "name", "RXV")));
            claims.put("teams", teams);
        });
        var request = post(REFERRALS, Map.of("n", number(story(Story.THREE_ASSESSMENTS))))
                .header("Authorization", "Bearer " + token);
        return send(reason == null ? request : request.header("Access-Reason", reason));
    }
}
