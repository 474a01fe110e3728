package care.weft.gateway.fields;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.schema.Sdl;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FieldRulesTests {

    @Test
    void everyFieldThatIsServedHasOneRule() {
        assertThat(FieldRules.shipped().problems(Sdl.served()))
                .as("say in access/fields.yml which rule governs each new field")
                .isEmpty();
    }

    /** What the policy calls a sensitive field are the fields that are said to be governed by it. */
    @Test
    void sensitiveFieldsAreTheSameInTheRulesAndInThePolicy() {
        assertThat(Arrays.stream(SensitiveField.values()))
                .allSatisfy(field -> assertThat(FieldRules.shipped().governedBy(field).stream()
                                .map(each -> each.replaceFirst(".*\\.", "")))
                        .as(field.word())
                        .containsExactlyInAnyOrderElementsOf(field.fields()));
    }

    @Test
    void aFieldWithoutARuleIsFound() {
        var sdl = Sdl.parse("""
                type Query { stay: Stay }
                type Stay { ward: String secret: String }
                """);
        var rules = FieldRules.parse("""
                Query: { ANYBODY: [stay] }
                Stay: { STAYS.care: [ward] }
                """);

        assertThat(rules.problems(sdl)).containsExactly("Stay.secret has no rule");
    }

    @Test
    void twoRulesUnknownRulesAndRulesOfNothingAreFound() {
        var sdl = Sdl.parse("type Query { stay: String bed: String }");
        var rules = FieldRules.parse("Query: { ANYBODY: [stay, gone], OPENED: [stay], EVERYBODY: [bed] }");

        assertThat(rules.problems(sdl))
                .containsExactly(
                        "Query.bed has the rule EVERYBODY, which is not known",
                        "Query.gone has a rule, and is not in the SDL",
                        "Query.stay has several rules");
    }
}
