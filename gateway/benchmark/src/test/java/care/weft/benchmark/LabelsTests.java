package care.weft.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTests {

    private static final String BEFORE = answer(true, said("trust", "ANSWERED", false), said("gp", "ANSWERED", false));

    @Test
    void whatIsSaidAsBeforeIsRightWithoutTroublesAndWrongOfOneThatHangs() {
        assertThat(mistakes(BEFORE, false)).isEmpty();
        assertThat(mistakes(BEFORE, true)).containsExactly("stays: trust STAYS ANSWERED, was ANSWERED");
    }

    @Test
    void oneThatHangsIsTimedOutAndItsListNotComplete() {
        var gone = said("trust", "TIMED_OUT", true);
        assertThat(mistakes(answerOf("gp", false, gone, said("gp", "ANSWERED", false)), true))
                .isEmpty();
        assertThat(mistakes(answerOf("gp", true, gone, said("gp", "ANSWERED", false)), true))
                .containsExactly("stays: complete");
        assertThat(mistakes(answer(false, gone, said("gp", "ANSWERED", false)), true))
                .as("records of one that hangs")
                .hasSize(1);
    }

    @Test
    void whoIsWellMustShowTheSameRecords() {
        var gone = said("trust", "UNAVAILABLE", true);
        assertThat(mistakes(answerOf("", false, gone, said("gp", "ANSWERED", false)), true))
                .containsExactly("stays: gp STAYS ANSWERED, was ANSWERED");
        assertThat(mistakes(answerOf("", false, gone, said("gp", "UNAVAILABLE", true)), true))
                .containsExactly("stays: gp STAYS UNAVAILABLE, was ANSWERED");
    }

    private static List<String> mistakes(String later, boolean troubled) {
        return labels(BEFORE).mistakesOf(labels(later), troubled);
    }

    private static Labels labels(String answer) {
        return Labels.read(new Reply(200, null, answer)).orElseThrow();
    }

    /** With a record of each. */
    private static String answer(boolean complete, String... sources) {
        return answer(complete, List.of("trust", "gp"), sources);
    }

    private static String answerOf(String partner, boolean complete, String... sources) {
        return answer(complete, partner.isEmpty() ? List.of() : List.of(partner), sources);
    }

    private static String answer(boolean complete, List<String> recordsOf, String... sources) {
        var records = recordsOf.stream()
                .map("{\"id\": \"r\", \"provenance\": {\"partner\": {\"id\": \"%s\"}}}"::formatted)
                .toList();
        return """
                {"data": {"person": {"nhsNumber": "9990000131",
                  "stays": {"complete": %s, "nodes": [%s], "sources": [%s]}}}}
                """.formatted(complete, String.join(",", records), String.join(",", sources));
    }

    private static String said(String partner, String outcome, boolean retryable) {
        return "{\"partner\": {\"id\": \"%s\"}, \"section\": \"STAYS\", \"outcome\": \"%s\", \"retryable\": %s}"
                .formatted(partner, outcome, retryable);
    }
}
