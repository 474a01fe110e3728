package care.weft.stubs.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SearchAnswersTests {

    private static final String BASE = "http://127.0.0.1:1/fhir/R4";
    private static final SearchRules RULES = new SearchRules("date", Set.of("status"), Set.of());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
    private final SearchAnswers answers = new SearchAnswers(now::get);

    @Test
    void aPageIsGoodForTenMinutes() {
        var next = next();
        now.updateAndGet(before -> before.plus(Duration.ofMinutes(10)));
        assertThat(page(next)).contains("\"id\":\"b\"");

        now.updateAndGet(before -> before.plusMillis(1));
        assertThatExceptionOfType(FhirProblem.class)
                .isThrownBy(() -> page(next))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(410);
                    assertThat(problem.code()).isEqualTo("expired");
                });
    }

    @Test
    void aPageOfAnotherServerIsUnknown() {
        var other = new SearchAnswers(now::get);

        assertThatExceptionOfType(FhirProblem.class)
                .isThrownBy(() -> other.answer(BASE, "Task", Map.of("_page", List.of(next())), RULES, this::records))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    private String next() {
        var query = Map.of("patient", List.of("p"), "_count", List.of("1"));
        var bundle = answers.answer(BASE, "Task", query, RULES, this::records).body();
        var url = JsonMapper.shared().readTree(bundle).at("/link/1/url").asString();
        return url.substring(url.indexOf('=') + 1);
    }

    private String page(String token) {
        return answers.answer(BASE, "Task", Map.of("_page", List.of(token)), RULES, this::records)
                .body();
    }

    private List<StoredResource> records(String patient, String type) {
        return List.of(resource("a"), resource("b"));
    }

    private static StoredResource resource(String id) {
        return new StoredResource(id, "{\"id\":\"" + id + "\"}", null, DateBounds.of("2026"), Map.of());
    }
}
