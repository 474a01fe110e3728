package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlAccessReviewRowsTests {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-03-29T00:59:59.123456Z");

    @TempDir
    Path directory;

    private final Databases kind;
    private StoreSettings settings;
    private Store store;
    private ExceptionalAccessRows openings;
    private AccessReviewRows reviews;

    SqlAccessReviewRowsTests(Databases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        settings = kind.fresh(directory);
        store = Store.open(settings);
        openings = ExceptionalAccessRows.in(store);
        reviews = AccessReviewRows.in(store);
        openings.add(opening("a")).then(openings.add(opening("b"))).block(SOON);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEnquiryIsFollowedByWhatClosesItAndThenNothingFollows() {
        var enquiry = review("a", "FURTHER_ENQUIRY", false, "u1");
        var closing = review("a", "APPROPRIATE", true, "u2");

        reviews.add(enquiry).block(SOON);
        assertThat(left()).containsExactly("b", "a");
        var all = reviews.add(closing).blockOptional(SOON).orElseThrow();
        assertThat(all).extracting(AccessReviewRow::step).containsExactly(0, 1);
        assertThat(left()).containsExactly("b");

        assertThat(reviews.add(review("a", "NOT_APPROPRIATE", true, "u3")).block(SOON))
                .isEqualTo(all);
        assertThat(reviews.of(List.of("a", "b")).collectList().block(SOON)).isEqualTo(all);
        assertThat(openings.toReview(Long.MAX_VALUE, 10, false)
                        .map(ExceptionalAccessRow::id)
                        .collectList()
                        .block(SOON))
                .containsExactly("b", "a");
    }

    @Test
    void theSameSaidAgainIsThereOnce() {
        var enquiry = review("a", "FURTHER_ENQUIRY", false, "u1");

        reviews.add(enquiry).then(reviews.add(enquiry)).block(SOON);

        assertThat(reviews.of(List.of("a")).collectList().block(SOON)).hasSize(1);
    }

    /** On PostgreSQL two nodes write at once. */
    @Test
    void ofTwoWhoCloseOneOpeningAtTheSameMomentOneIsFirst() {
        try (var node = kind == Databases.POSTGRESQL ? Store.open(settings) : null) {
            var other = node == null ? reviews : AccessReviewRows.in(node);
            for (int n = 0; n < 10; n++) {
                var id = "c" + n;
                openings.add(opening(id)).block(SOON);
                var seen = Flux.merge(
                                reviews.add(review(id, "APPROPRIATE", true, "u1")),
                                other.add(review(id, "NOT_APPROPRIATE", true, "u2")))
                        .collectList()
                        .blockOptional(SOON)
                        .orElseThrow();
                assertThat(seen).hasSize(2).allSatisfy(all -> assertThat(all).hasSize(1));
                assertThat(seen.getFirst()).isEqualTo(seen.getLast());
            }
        }
    }

    @Test
    void whatIsOfNoOpeningIsNotKept() {
        assertThatThrownBy(() ->
                        reviews.add(review("none", "APPROPRIATE", true, "u1")).block(SOON))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("SQLSTATE 23");
        assertThat(openings.toReview("none").block(SOON)).isNull();
        assertThat(reviews.of(List.of()).collectList().block(SOON)).isEmpty();
    }

    private List<String> left() {
        return openings.toReview(Long.MAX_VALUE, 10, true)
                .map(ExceptionalAccessRow::id)
                .collectList()
                .blockOptional(SOON)
                .orElseThrow();
    }

    private static AccessReviewRow review(String opening, String outcome, boolean settled, String reviewer) {
        return new AccessReviewRow(
                opening, 0, outcome, settled, "What was found", "https://issuer.example", reviewer, "A Reviewer", AT);
    }

    private static ExceptionalAccessRow opening(String id) {
        return new ExceptionalAccessRow(
                0,
                id,
                "BREAK_GLASS",
                "https://issuer.example",
                "u9",
                "A Doctor",
                "GP",
                null,
                "sealed",
                "Found collapsed",
                AT,
                AT.plusSeconds(1800),
                true);
    }
}
