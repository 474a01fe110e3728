package care.weft.gateway.journey.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A comparison that could not fail would prove nothing. */
class ComparisonTests {

    @Test
    void aRecordThatIsMissingUnderLoadIsFound() {
        assertThat(Comparison.same(
                                person("ANSWERED", record("trust", "1") + ", " + record("trust", "2")),
                                person("ANSWERED", record("trust", "1")))
                        .differences())
                .containsExactly("referrals of trust, 2 records and 1");
    }

    @Test
    void aRecordThatReadsOtherwiseUnderLoadIsFound() {
        assertThat(Comparison.same(
                                person("ANSWERED", record("council", "1")), person("ANSWERED", record("council", "2")))
                        .differences())
                .containsExactly("referrals of council, 1 records and 1");
    }

    @Test
    void whatAPartnerCouldNotSayIsNotCompared() {
        var comparison = Comparison.same(
                person("ANSWERED", record("council", "1") + ", " + record("trust", "1")),
                person("TIMED_OUT", record("council", "1")));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.compared()).as("the council's referrals").isEqualTo(1);
    }

    @Test
    void whatIsPutTogetherOfSeveralIsComparedAsAWhole() {
        var alone = person("ANSWERED", "").toString().replace("referrals", "involvements");
        var underLoad = alone.replace("\"nodes\":[]", "\"nodes\":[{\"team\":\"Falls team\"}]");

        assertThat(Comparison.same(json(alone), json(underLoad)).differences()).containsExactly("involvements");
    }

    @Test
    void whereAPartnerMixesUpItsCallersLessMayBeToldAndNothingElse() {
        var alone = person("ANSWERED", record("trust", "1") + ", " + record("trust", "2"));

        assertThat(Comparison.nothingElse(alone, person("ANSWERED", record("trust", "2")))
                        .differences())
                .isEmpty();
        assertThat(Comparison.nothingElse(alone, person("ANSWERED", record("trust", "3")))
                        .differences())
                .containsExactly("referrals of trust, 2 records and 1");
    }

    private static JsonNode person(String trust, String records) {
        return json("""
                {"referrals": {"nodes": [%s], "sources": [{"partner": {"id": "trust"}, "outcome": "%s"},
                 {"partner": {"id": "council"}, "outcome": "ANSWERED"}]}}""".formatted(records, trust));
    }

    private static String record(String partner, String id) {
        return "{\"id\": \"" + id + "\", \"provenance\": {\"partner\": {\"id\": \"" + partner + "\"}}}";
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
