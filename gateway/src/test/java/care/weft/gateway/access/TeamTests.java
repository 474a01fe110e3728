package care.weft.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTests {

    @ParameterizedTest
    @CsvSource({
        "North Community Team, north-community team, true",
        "Ward 12, WARD12, true",
        "Ward 1-2, ward 1/2, true",
        "'Team 4, North', Team 4 North, true",
        "Ward 1-2, Ward 12, false",
        "Team 1.1, Team 11, false",
        "North Team, South Team, false",
        "t-1, T1, true",
        "T1, T2, false",
        "Étage 2, étage  2, true",
    })
    void namesAreTheSameButForCaseAndPunctuation(String one, String other, boolean same) {
        assertThat(Team.of(one).is(Team.of(other))).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'-', '/'"})
    void whatSaysNothingIsNoTeam(String one, String other) {
        assertThat(Team.of(one).is(Team.of(other))).isFalse();
    }
}
