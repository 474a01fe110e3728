package care.weft.gateway.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsOfPeopleTests {

    private final ListsOfPeople lists = new ListsOfPeople();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "query($n: [NhsNumber!]!) { people(nhsNumbers: $n) { id } }",
                "{ me { id } team: people(nhsNumbers: []) { id } }",
                "query($i: [AssessmentIntentInput!]!) { assessmentAdvices(intents: $i) { id } }",
                "{ ...all } fragment all on Query { people(nhsNumbers: []) { id } }",
                "{ ... on Query { people(nhsNumbers: []) { id } } }",
                "{ ... @include(if: true) { people(nhsNumbers: []) { id } } }",
                "{ a: person(nhsNumber: \"x\") { id } b: person(nhsNumber: \"y\") { id } }"
            })
    void aListIsOneUnderWhateverAlias(String document) {
        assertThat(lists.isAskedFor(document)).isTrue();
        assertThat(lists.isAskedFor(document)).as("the second time").isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ person(nhsNumber: \"x\") { ...short ... on Person { name } } } fragment short on Person { id }",
                "{ me { id } person(nhsNumber: \"x\") { id } }",
                "{ people",
                "",
                "query people { me { id } }"
            })
    void everythingElseIsNone(String document) {
        assertThat(lists.isAskedFor(document)).isFalse();
    }
}
