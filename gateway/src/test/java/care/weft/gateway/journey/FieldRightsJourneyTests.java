package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.fields.FieldRules;
import care.weft.gateway.fields.SeenFields;
import care.weft.gateway.fields.WholeSelection;
import care.weft.gateway.partner.Partners;
import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Every role asks for every field, by every way that leads to it, after somebody who may see more has asked: nobody is shown what the
 * policy does not give them.
 */
class FieldRightsJourneyTests extends KeptAnswersJourney {

    private static final List<Story> STORIES = List.of(Story.THREE_ASSESSMENTS, Story.DISCHARGE);

    private static final Map<String, String> SECTIONS = Map.of(
            "demographics", "",
            "appointments", "(first: 100)",
            "carePackages", "(first: 100)",
            "referrals", "(first: 100)",
            "assessments", "(first: 100)",
            "stays", "(first: 100)",
            "relationships", "",
            "involvements", "");

    private final FieldRules rules = FieldRules.shipped();

    @Test
    void nobodySeesAFieldThatThePolicyDoesNotGiveThem(@Autowired AccessPolicy policy, @Autowired Partners partners) {
        var leaks = new TreeSet<String>();
        var shown = new TreeSet<String>();
        for (var story : STORIES) {
            var person = story(story);
            for (var document : documents()) {
                ask("mdt", document, Map.of("n", number(person))).data();
                for (var role : CallerRole.values()) {
                    var seen = new SeenFields(role, policy, partners, rules, own(role));
                    seen.take(answer(role, person, document));
                    leaks.addAll(seen.leaks());
                    shown.addAll(seen.shown());
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(shown)
                .as("else nothing was looked for: what some role was shown of what is sensitive")
                .containsAll(sensitive());
    }

    /** All that these people's records hold. */
    private Set<String> sensitive() {
        var all = new TreeSet<String>();
        for (var field : SensitiveField.values()) {
            all.addAll(rules.governedBy(field));
        }
        all.removeAll(Set.of("Assessment.statusReason", "Referral.outcome"));
        return all;
    }

    private static List<String> documents() {
        var documents = new ArrayList<String>();
        for (var style : WholeSelection.Style.values()) {
            var sections = WholeSelection.of(style);
            var lists = new StringBuilder();
            SECTIONS.forEach((name, arguments) -> lists.append(sections.field("Person", name, arguments)));
            documents.add(about(lists.toString(), sections));
            // By the interface, and by what is made of the same records.
            var made = WholeSelection.of(style);
            documents.add(about(
                    made.field("Person", "timeline", "(first: 100)") + made.field("Person", "duplicates", ""), made));
            var advice = WholeSelection.of(style);
            documents.add("query($n: NhsNumber!) { "
                    + advice.field(
                            "Query",
                            "assessmentAdvice",
                            "(intent: { nhsNumber: $n, instrument: \"CARE_ACT_NEEDS\", setting: HOME })")
                    + "} " + advice.fragments());
        }
        return documents;
    }

    private static String about(String selection, WholeSelection of) {
        return "query($n: NhsNumber!) { one: people(nhsNumbers: [$n]) { __typename " + selection + "} } "
                + of.fragments();
    }

    private JsonNode answer(CallerRole role, Person person, String document) {
        var token = role == CallerRole.PERSON
                ? STUBS.identityProvider().personToken(number(person))
                : STUBS.identityProvider().token("mdt", claims -> {
                    claims.put("roles", List.of(role.name()));
                    claims.put("proxy_for", List.of(number(person)));
                });
        return send(post(document, Map.of("n", number(person))).header("Authorization", "Bearer " + token))
                .body();
    }

    /** The organisations that whoever asks acts for, by name: those of the demonstration's coordinator. */
    private static Set<String> own(CallerRole role) {
        return role == CallerRole.PERSON
                ? Set.of()
                : Set.of(
                        Organisation.TRUST.name(),
                        Organisation.COUNCIL.name(),
                        Organisation.MENTAL_HEALTH.name(),
                        story(Story.THREE_ASSESSMENTS).practice().name());
    }
}
