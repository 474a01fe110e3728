package care.weft.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelsTests {

    private static final Set<Trouble> NONE = Set.of();
    private static final Set<Trouble> ALL = EnumSet.allOf(Trouble.class);
    private static final String BEFORE = answer(true, said("trust", "ANSWERED", false), said("gp", "ANSWERED", false));

    @Test
    void whatIsSaidAsBeforeIsRightWithoutTroublesAndWrongOfOneThatHangs() {
        assertThat(mistakes(BEFORE, NONE)).isEmpty();
        assertThat(mistakes(BEFORE, ALL))
                .containsExactly("stays: trust STAYS ANSWERED with 1 records, was ANSWERED with 1");
    }

    @Test
    void oneThatHangsIsTimedOutAndItsListNotComplete() {
        var gone = said("trust", "TIMED_OUT", true);
        assertThat(mistakes(answerOf("gp", false, gone, said("gp", "ANSWERED", false)), ALL))
                .isEmpty();
        assertThat(mistakes(answerOf("gp", true, gone, said("gp", "ANSWERED", false)), ALL))
                .containsExactly("stays: complete");
        assertThat(mistakes(answer(false, gone, said("gp", "ANSWERED", false)), ALL))
                .as("records of one that hangs")
                .hasSize(1);
    }

    @Test
    void whoIsWellMustShowTheSameRecords() {
        var gone = said("trust", "UNAVAILABLE", true);
        assertThat(mistakes(answerOf("", false, gone, said("gp", "ANSWERED", false)), ALL))
                .containsExactly("stays: gp STAYS ANSWERED with 0 records, was ANSWERED with 1");
        assertThat(mistakes(answerOf("", false, gone, said("gp", "UNAVAILABLE", true)), ALL))
                .containsExactly("stays: gp STAYS UNAVAILABLE with 0 records, was ANSWERED with 1");
    }

    @Test
    void theOthersAreKeptIfTheySayAndShowTheSame() {
        var gone = said("trust", "TIMED_OUT", true);
        assertThat(keepsOthers(answerOf("gp", false, gone, said("gp", "ANSWERED", false))))
                .isTrue();
        assertThat(keepsOthers(answerOf("", false, gone, said("gp", "ANSWERED", false))))
                .as("without its records")
                .isFalse();
        assertThat(keepsOthers(answerOf("gp", false, gone, said("gp", "TIMED_OUT", true))))
                .isFalse();
    }

    private static boolean keepsOthers(String later) {
        return labels(BEFORE).keepsOthers(labels(later), EnumSet.of(Trouble.HANGS));
    }

    private static List<String> mistakes(String later, Set<Trouble> troubles) {
        return labels(BEFORE).mistakesOf(labels(later), troubles);
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
