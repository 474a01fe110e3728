package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator switches partners off and on, and nobody else does. */
class OperatorJourneyTests extends Journey {

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @AfterEach
    void switchOn() {
        switchTo("operator", "council", true);
        switchTo("operator", "demographics", true);
    }

    @Test
    void aPartnerThatIsSwitchedOffIsNotAskedAndTheAnswerSaysSo() {
        assertThat(switchTo("operator", "council", false)).isEqualTo(200);
        STUBS.reset();

        var packages = askAbout(
                        person,
                        "carePackages { nodes { title } complete sources { partner { id } outcome retryable message } }")
                .person()
                .path("carePackages");

        assertThat(outcome(packages, "council")).isEqualTo("SWITCHED_OFF");
        assertThat(source(packages, "council").path("message").asString())
                .isEqualTo(
                        "Manchester City Council is not asked just now, by decision of this gateway's operator: it may hold"
                                + " care packages, so ask it directly.");
        assertThat(outcome(packages, "mental-health")).isEqualTo("ANSWERED");
        assertThat(packages.path("complete").asBoolean()).isFalse();
        assertThat(STUBS.council().calls()).isEmpty();
        assertThat(ask("gp", "{ partners { id health { state } } }", Map.of())
                        .data()
                        .toString())
                .contains("{\"id\":\"council\",\"health\":{\"state\":\"SWITCHED_OFF\"}}");

        switchTo("operator", "council", true);
        assertThat(outcome(
                        askAbout(person, "carePackages { sources { partner { id } outcome } }")
                                .person()
                                .path("carePackages"),
                        "council"))
                .isEqualTo("ANSWERED");
    }

    @Test
    void withoutTheRegisterWhereaboutsAreWithheld() {
        switchTo("operator", "demographics", false);

        var demographics = askAbout(person, "demographics { whereabouts sources { partner { id } outcome } }")
                .person()
                .path("demographics");

        assertThat(demographics.path("whereabouts").asString()).isEqualTo("NOT_ESTABLISHED");
        assertThat(outcome(demographics, "demographics")).isEqualTo("SWITCHED_OFF");
        assertThat(outcome(demographics, "gp")).isEqualTo("SWITCHED_OFF");
        assertThat(STUBS.demographics().calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gp", "stranger", "auditor"})
    void nobodyElseMay(String user) {
        assertThat(switchTo(user, "council", false)).isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(address("/actuator/partners")), user))
                .isEqualTo(403);
    }

    @Test
    void aPartnerThatIsNotThereIsNotFound() {
        assertThat(switchTo("operator", "nobody", false)).isEqualTo(404);
    }

    private int switchTo(String user, String partner, boolean on) {
        return send(
                HttpRequest.newBuilder(address("/actuator/partners/" + partner))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"on\": " + on + "}")),
                user);
    }

    private static int send(HttpRequest.Builder request, String user) {
        try (var client = HttpClient.newHttpClient()) {
            return client.sendAsync(
                            request.header(
                                            "Authorization",
                                            "Bearer " + STUBS.identityProvider().token(user))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .join()
                    .statusCode();
        }
    }
}
