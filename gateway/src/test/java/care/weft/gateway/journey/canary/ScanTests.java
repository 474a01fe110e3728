package care.weft.gateway.journey.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The scan that proves that nobody is mixed up would find it if somebody were. */
class ScanTests {

    private static final Population POPULATION = Population.of(20, LocalDate.of(2026, 3, 10));

    private final Person ada = POPULATION.of(Story.THREE_ASSESSMENTS);
    private final Person ben = POPULATION.of(Story.CARER);
    private final Marks marks = new Marks(POPULATION.people());
    private final Scan scan = new Scan(marks);
    private final Map<String, List<Person>> one = Map.of("a", List.of(ada));
    private final Map<String, List<Person>> two = Map.of("a", List.of(ada), "b", List.of(ben));
    private final Map<String, List<Person>> list = Map.of("l", List.of(ada, ben, ada));

    @Test
    void whatIsThePersonsOwnIsCounted() {
        var found = scan.of("""
                {"data": {"a": {"nhsNumber":"9990000107", "stays": {"nodes": [{"ward": "Ward 3 [MARK]"}],
                 "sources": [{"outcome":"ANSWERED"}, {"outcome":"TIMED_OUT"}]}, "referrals": {"nodes": []}}}}""".replace("MARK", ada.canary()), one);

        assertThat(found.foreign()).isEmpty();
        assertThat(found.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.person()).isEqualTo(ada);
            assertThat(answer.words()).isEqualTo(1);
            assertThat(answer.ids()).isEqualTo(1);
            assertThat(answer.marked()).containsExactly("stays");
            assertThat(answer.outcomes()).containsExactlyInAnyOrder("ANSWERED", "TIMED_OUT");
        });
    }

    @Test
    void somebodyElsesWordInARecordIsFound() {
        assertThat(foreign("""
                {"data": {"a": {"stays": {"nodes": [{"ward": "Ward 3 [ADA]"}, {"ward": "Ward 9 [BEN]"}]}}}}""", one)).containsExactly(new Scan.Foreign(ben.canary(), ben, "a stays"));
    }

    @Test
    void somebodyElsesWordInTheMiddleOfATextIsFound() {
        assertThat(foreign("""
                {"data": {"a": {"demographics": {"value": {"telecoms": [{"value": "BEN@example.org"}]}}}}}""", one)).containsExactly(new Scan.Foreign(ben.canary(), ben, "a demographics"));
    }

    @Test
    void anybodysWordInAnErrorIsFound() {
        assertThat(foreign("""
                {"errors": [{"message": "Cannot read ADA of BEN", "path": ["a"]}], "data": {"a": null}}""", one))
                .extracting(Scan.Foreign::mark, Scan.Foreign::where)
                .containsExactly(tuple(ada.canary(), "outside all people"), tuple(ben.canary(), "outside all people"));
    }

    @Test
    void anAnswerUnderAnothersAliasIsFound() {
        assertThat(foreign("""
                {"data": {"b": {"stays": {"nodes": [{"ward": "[ADA]"}]}}, "a": {"stays": {"nodes": [{"ward": "[ADA]"}]}}}}""", two)).containsExactly(new Scan.Foreign(ada.canary(), ada, "b stays"));
    }

    @Test
    void anAnswerAtAnothersPlaceInAListIsFound() {
        assertThat(foreign("""
                {"data": {"l": [{"id":"x", "stays": {"t": "[ADA]"}}, {"stays": {"t": "[ADA]"}}, {"stays": {"t": "[ADA]"}}]}}""", list)).containsExactly(new Scan.Foreign(ada.canary(), ada, "l[1] stays"));
    }

    @Test
    void nobodyInAListTakesTheirPlaceWithThem() {
        var response = """
                {"data": {"l": [null, {"stays": {"t": "[BEN]"}}, null]}}""";

        assertThat(foreign(response, list)).isEmpty();
        assertThat(scan.of(response, list).answers()).hasSize(1);
    }

    @Test
    void somebodyElsesNumberIsFound() {
        assertThat(foreign("""
                {"data": {"a": {"nhsNumber":"9990000344"}}}""", one)).containsExactly(new Scan.Foreign("9990000344", ben, "a "));
    }

    @Test
    void aRecordWithoutWordsIsKnownByItsId() {
        marks.learn(JsonMapper.shared().readTree("""
                {"stays": {"nodes": [{"id": "Zx-9", "provenance": {"partner": {"id": "trust"}, "recordId": "Encounter/7"}}]}}"""), ben);
        marks.learn(JsonMapper.shared().readTree("""
                {"stays": {"nodes": [{"id": "Yw_8", "provenance": {"partner": {"id": "trust"}, "recordId": "Encounter/8"}}]}}"""), ada);

        assertThat(foreign("""
                {"data": {"a": {"stays": {"nodes": [
                 {"id":"Yw_8", "provenance": {"partner": {"id":"trust"}, "recordId":"Encounter/7"}}]}}}}""", one))
                .as("a partner's id is of several people, and nobody's mark")
                .containsExactly(new Scan.Foreign("Encounter/7", ben, "a stays"));
    }

    private List<Scan.Foreign> foreign(String response, Map<String, List<Person>> expected) {
        return scan.of(response.replace("ADA", ada.canary()).replace("BEN", ben.canary()), expected)
                .foreign();
    }
}
