package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every pair of different instruments, one day apart, at home, at two partners. The pairs of which one would be reused for the
 * other are a list that clinicians review: it changes by an edit of the list, with their agreement.
 */
class InstrumentPairsTests {

    private static final String REVIEWED = "/advice/reuse-across-instruments.txt";

    @Test
    void onlyReviewedPairsAreReusedForOneAnother() throws IOException {
        var pairs = 0;
        var reused = new ArrayList<String>();
        for (var intended : Situation.CATALOGUE.instruments()) {
            for (var earlier : Situation.CATALOGUE.instruments()) {
                if (!intended.equals(earlier)) {
                    pairs++;
                    var advice = Situation.wants("ONE", intended.id())
                            .agreement("OTHER", "ONE")
                            .of(AssessedSubject.PERSON)
                            .record(Held.of("a1", "OTHER", earlier.id(), "2026-03-09")
                                    .of(AssessedSubject.PERSON))
                            .advice();
                    if (advice.decision() == AdviceDecision.REUSE) {
                        reused.add(earlier.id() + " for " + intended.id());
                    }
                }
            }
        }

        assertThat(pairs).isEqualTo(3192);
        assertThat(reused).containsExactlyInAnyOrderElementsOf(reviewed());
    }

    private static List<String> reviewed() throws IOException {
        try (InputStream list = Objects.requireNonNull(InstrumentPairsTests.class.getResourceAsStream(REVIEWED))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }
}
