package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.partner.PartnerStub;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A partner that is down costs what it alone holds; of the others everything is there, and the answer says which is which. */
class PartnerStoppedJourneyTests extends Journey {

    private static final List<String> LISTS =
            List.of("appointments", "carePackages", "referrals", "assessments", "stays", "relationships");
    private static final String LIST =
            "{ nodes { id provenance { partner { id } } } totalCount { atLeast } complete sources { partner { id } outcome retryable message } }";
    private static final String EVERYTHING = """
            neighbourhood { name }
            demographics { whereabouts value { name { display } address { postcode } telecoms { value } practice { organisation { name } } }
              complete sources { partner { id } outcome retryable message } }
            appointments(first: 100) %1$s carePackages %1$s referrals %1$s assessments %1$s stays %1$s relationships %1$s
            """.formatted(LIST);

    private final Person person = story(Story.THREE_ASSESSMENTS);

    @ParameterizedTest
    @ValueSource(strings = {"council", "trust", "gp", "mental-health"})
    void theOthersAnswerInFull(String stopped) {
        var before = askAbout(person, EVERYTHING).person();
        stub(stopped).stop();

        var during = askAbout(person, EVERYTHING).person();

        for (var name : LISTS) {
            assertOnlyLacks(stopped, name, before.path(name), during.path(name));
        }
        assertThat(outcome(during.path("demographics"), stopped)).isEqualTo("UNAVAILABLE");
        assertThat(during.path("demographics").path("whereabouts").asString()).isEqualTo("SHOWN");
        assertThat(during.path("demographics")
                        .path("value")
                        .path("name")
                        .path("display")
                        .asString())
                .isEqualTo(person.name().full());

        stub(stopped).start();
        assertThat(askAbout(person, EVERYTHING).person()).isEqualTo(before);
    }

    private static void assertOnlyLacks(String stopped, String name, JsonNode before, JsonNode during) {
        boolean offered = !outcome(before, stopped).equals("NOT_OFFERED");
        assertThat(outcome(during, stopped)).as(name).isEqualTo(offered ? "UNAVAILABLE" : "NOT_OFFERED");
        assertThat(during.path("complete").asBoolean())
                .as(name)
                .isEqualTo(!offered && before.path("complete").asBoolean());
        assertThat(during.path("totalCount").path("atLeast").asBoolean())
                .as(name)
                .isEqualTo(offered);
        if (offered) {
            assertThat(source(during, stopped).path("retryable").asBoolean()).isTrue();
            assertThat(source(during, stopped).path("message").asString())
                    .contains("could not be reached", "try again");
        }
        assertThat(during.path("nodes").valueStream())
                .as(name)
                .containsExactlyElementsOf(before.path("nodes")
                        .valueStream()
                        .filter(node -> !node.path("provenance")
                                .path("partner")
                                .path("id")
                                .asString()
                                .equals(stopped))
                        .toList());
    }

    /** Without the register practices cannot be found, and nobody knows whether the whereabouts may be told. */
    @ParameterizedTest
    @ValueSource(strings = "demographics")
    void withoutTheRegisterTheOthersAnswerAndWhereaboutsAreWithheld(String register) {
        var before = askAbout(person, EVERYTHING).person();
        stub(register).stop();

        var during = askAbout(person, EVERYTHING).person();

        for (var name : LISTS) {
            for (var partner : Set.of("council", "trust", "mental-health")) {
                assertThat(outcome(during.path(name), partner)).as(name).isEqualTo(outcome(before.path(name), partner));
            }
        }
        for (var name : Set.of("appointments", "referrals", "assessments", "demographics")) {
            assertThat(outcome(during.path(name), "gp")).isEqualTo("UNAVAILABLE");
            assertThat(during.path(name).path("complete").asBoolean()).isFalse();
        }
        assertThat(during.path("neighbourhood").isNull()).isTrue();
        var demographics = during.path("demographics");
        assertThat(demographics.path("whereabouts").asString()).isEqualTo("NOT_ESTABLISHED");
        assertThat(demographics.path("value").path("address").isNull()).isTrue();
        assertThat(demographics.path("value").path("practice").isNull()).isTrue();
        assertThat(demographics.path("value").path("telecoms").isEmpty()).isTrue();
    }

    private static PartnerStub stub(String partner) {
        return Objects.requireNonNull(STUBS.partners().get(partner));
    }
}
