package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What was found of openings, in table {@code exceptional_access_review}. */
final class SqlAccessReviewRows implements AccessReviewRows {

    private static final String COLUMNS =
            "opening, step, outcome, settled, note, issuer, reviewer, reviewer_name, reviewed_at";
    private static final String INSERT =
            "insert into exceptional_access_review (" + COLUMNS + ") values (" + Sql.places(1, 9) + ")";

    /** Of two who review one opening at the same moment, one must look again at what is there. */
    private static final int RETRIES = 3;

    private final Store store;

    SqlAccessReviewRows(Store store) {
        this.store = store;
    }

    @Override
    public Flux<AccessReviewRow> of(Collection<String> openings) {
        return openings.isEmpty() ? Flux.empty() : store.read(connection -> select(connection, openings));
    }

    @Override
    public Mono<List<AccessReviewRow>> add(AccessReviewRow review) {
        return store.write(connection -> select(connection, List.of(review.opening()))
                        .collectList()
                        .flatMap(before ->
                                isAtRest(before, review) ? Mono.just(before) : insert(connection, before, review)))
                .retryWhen(Retry.max(RETRIES)
                        .filter(failure -> failure instanceof StoreException refused && refused.isConflict())
                        .onRetryExhaustedThrow((_, tried) -> tried.failure()));
    }

    private static boolean isAtRest(List<AccessReviewRow> before, AccessReviewRow review) {
        return !before.isEmpty()
                && (before.getLast().settled() || before.getLast().saysAs(review));
    }

    private static Mono<List<AccessReviewRow>> insert(
            Connection connection, List<AccessReviewRow> before, AccessReviewRow review) {
        var row = new AccessReviewRow(
                review.opening(),
                before.size(),
                review.outcome(),
                review.settled(),
                review.note(),
                review.issuer(),
                review.reviewer(),
                review.reviewerName(),
                review.at());
        return Sql.run(
                        connection,
                        INSERT,
                        row.opening(),
                        row.step(),
                        row.outcome(),
                        row.settled(),
                        row.note(),
                        row.issuer(),
                        row.reviewer(),
                        row.reviewerName(),
                        Sql.of(row.at()))
                .thenReturn(Stream.concat(before.stream(), Stream.of(row)).toList());
    }

    private static Flux<AccessReviewRow> select(Connection connection, Collection<String> openings) {
        return Sql.rows(
                connection,
                "select " + COLUMNS + " from exceptional_access_review where opening in ("
                        + Sql.places(1, openings.size()) + ") order by opening, step",
                SqlAccessReviewRows::row,
                openings.toArray());
    }

    private static AccessReviewRow row(Readable row) {
        return new AccessReviewRow(
                Sql.text(row, "opening"),
                Objects.requireNonNull(row.get("step", Integer.class)),
                Sql.text(row, "outcome"),
                Objects.requireNonNull(row.get("settled", Boolean.class)),
                Sql.text(row, "note"),
                Sql.text(row, "issuer"),
                Sql.text(row, "reviewer"),
                Sql.text(row, "reviewer_name"),
                Sql.moment(row, "reviewed_at"));
    }
}
