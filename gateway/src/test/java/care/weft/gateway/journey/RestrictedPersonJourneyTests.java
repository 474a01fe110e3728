package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.stubs.partner.Disorder;
import care.weft.stubs.population.Story;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whose record the register restricts may have had another name, gender or number: nothing that is shown tells of it. */
class RestrictedPersonJourneyTests extends Journey {

    private static final String WHO = "query($n: NhsNumber!) { person(nhsNumber: $n) { id nhsNumber askedFor"
            + " identities { partner { id } state localId method }"
            + " demographics { whereabouts value { name { display } birthDate { date } gender { text } }"
            + " conflicts { field values { value } } completeness sources { partner { id } outcome message } }"
            + " assessments { nodes { title } sources { partner { id } outcome message } } duplicates { complete } }"
            + " assessmentAdvice(intent: { nhsNumber: $n, instrument: \"CARE_ACT_NEEDS\", setting: HOME }) {"
            + " decision reason gates evidence { reason } completeness } }";

    @Test
    void whatAnotherPartnerHoldsOfAFormerLifeChangesNothing() {
        var person = story(Story.RESTRICTED);
        var before = ask("gp", WHO, Map.of("n", number(person)));
        assertThat(before.person()
                        .path("demographics")
                        .path("value")
                        .path("birthDate")
                        .isObject())
                .isTrue();

        STUBS.council().disorder(patients(patient -> {
            patient.put("birthDate", "1971-02-03");
            patient.put("gender", "male");
            patient.putArray("name").addObject().put("use", "official").put("family", "Formerly");
        }));
        var after = ask("gp", WHO, Map.of("n", number(person)));

        assertThat(after.http().body()).isEqualTo(before.http().body());
        assertThat(after.person().path("demographics").path("conflicts").isEmpty())
                .isTrue();
    }

    /** What makes the test above worth something. */
    @Test
    void ofAnybodyElseItIsShownAsADisagreement() {
        var person = story(Story.CARER);

        STUBS.council().disorder(patients(patient -> patient.put("birthDate", "1971-02-03")));

        assertThat(ask("gp", WHO, Map.of("n", number(person)))
                        .person()
                        .path("demographics")
                        .path("conflicts")
                        .path(0)
                        .path("field")
                        .asString())
                .isEqualTo("birthDate");
    }

    /** As of a number that was withdrawn and replaced by none: not even that there is another. */
    @Test
    void aNumberThatWasGivenUpLeadsToNobody() {
        var person = story(Story.SUPERSEDED_NUMBER);
        var former = Objects.requireNonNull(person.formerNhsNumber());
        assertThat(ask("gp", WHO, Map.of("n", former)).person().path("askedFor").asString())
                .isEqualTo(former);

        STUBS.demographics()
                .disorder(patients(patient -> patient.withObject("/meta")
                        .putArray("security")
                        .addObject()
                        .put("code", "R")));
        var restricted = ask("gp", WHO, Map.of("n", former));

        assertThat(restricted.http().body())
                .doesNotContain(number(person), person.name().family());
        assertThat(restricted.person().path("nhsNumber").asString()).isEqualTo(former);
        assertThat(restricted.person().path("askedFor").isNull()).isTrue();
        assertThat(restricted.person().path("demographics").path("value").isNull())
                .isTrue();
        assertThat(restricted.person().path("identities").path(0).path("state").asString())
                .isEqualTo("QUARANTINED");
        assertThat(ask("gp", WHO, Map.of("n", number(person)))
                        .person()
                        .path("askedFor")
                        .isNull())
                .isTrue();
    }

    /** Changes each Patient that a partner sends. */
    private static Disorder patients(Consumer<ObjectNode> change) {
        return (_, _, answer) -> {
            if (answer.status() != 200 || !answer.body().startsWith("{")) {
                return answer;
            }
            var body = JsonMapper.shared().readTree(answer.body());
            change(body, change);
            body.path("entry").forEach(entry -> change(entry.path("resource"), change));
            return new care.weft.stubs.partner.Answer(answer.status(), answer.headers(), body.toString());
        };
    }

    private static void change(JsonNode resource, Consumer<ObjectNode> change) {
        if (resource instanceof ObjectNode patient
                && patient.path("resourceType").asString("").equals("Patient")) {
            change.accept(patient);
        }
    }
}
