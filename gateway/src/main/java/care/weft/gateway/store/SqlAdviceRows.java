package care.weft.gateway.store;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Advice in table {@code advice_given}, and what was found twice in {@code duplicate_finding}. */
final class SqlAdviceRows implements AdviceRows {

    private static final String COLUMNS =
            "advice_id, reader, person, neighbourhood, instrument, partner, relied_on, decision,"
                    + " reason, required, covered, silent, risk_band, given_at";
    private static final String SELECT =
            "select " + COLUMNS + ", outcome, outcome_at, checked_on, done_on, band_changed from advice_given ";
    private static final String INSERT =
            "insert into advice_given (" + COLUMNS + ") values (" + Sql.places(1, 14) + ")";
    private static final String FINDINGS = "person, found_in, neighbourhood, assessments, same_instrument, same_family,"
            + " overlap, overlap_statutory, in_90_days, repeated_domains";

    /** Of two nodes that add one row at the same moment, one finds it there when it tries again. */
    private static final int RETRIES = 3;

    private final Store store;

    SqlAdviceRows(Store store) {
        this.store = store;
    }

    @Override
    public Flux<AdviceRow> find(Collection<String> adviceIds, String reader) {
        return store.lookUp(connection -> Sql.rows(
                connection,
                SELECT + "where reader = $1 and advice_id in (" + Sql.places(2, adviceIds.size()) + ")",
                SqlAdviceRows::row,
                parameters(reader, adviceIds)));
    }

    @Override
    public Mono<Void> add(List<AdviceRow> given) {
        return store.write(connection -> Flux.fromIterable(given)
                        .concatMap(row -> Sql.rows(
                                        connection,
                                        "select 1 from advice_given where advice_id = $1 and reader = $2",
                                        _ -> true,
                                        row.adviceId(),
                                        row.reader())
                                .hasElements()
                                .flatMap(there -> there ? Mono.just(0L) : Sql.run(connection, INSERT, values(row))))
                        .then())
                .retryWhen(retry());
    }

    @Override
    public Mono<Boolean> record(String adviceId, String reader, String outcome, @Nullable String reason, Instant at) {
        return store.write(connection -> Sql.run(
                        connection,
                        "update advice_given set outcome = $1, outcome_reason = $2, outcome_at = $3"
                                + " where advice_id = $4 and reader = $5",
                        outcome,
                        Sql.of(reason),
                        Sql.of(at),
                        adviceId,
                        reader)
                .map(changed -> changed > 0));
    }

    @Override
    public Flux<AdviceRow> followedReuses(Collection<String> people) {
        return select(
                "where decision = $1 and person in (" + Sql.places(2, people.size())
                        + ") and outcome = 'FOLLOWED' and checked_on is null and done_on is null",
                parameters("REUSE", people));
    }

    @Override
    public Mono<Void> followUp(AdviceRow seen) {
        return store.write(connection -> Sql.run(
                        connection,
                        "update advice_given set checked_on = $1, done_on = $2, band_changed = $3"
                                + " where advice_id = $4 and reader = $5",
                        Sql.of(seen.checkedOn()),
                        Sql.of(seen.doneOn()),
                        seen.bandChanged() == null ? Parameters.in(R2dbcType.BOOLEAN) : seen.bandChanged(),
                        seen.adviceId(),
                        seen.reader())
                .then());
    }

    @Override
    public Mono<Void> found(FindingRow finding) {
        return findings("where person = $1 and found_in = $2", finding.person(), finding.foundIn())
                .any(finding::equals)
                .flatMap(known -> known ? Mono.empty() : replace(finding));
    }

    private Mono<Void> replace(FindingRow finding) {
        return store.write(connection -> Sql.run(
                                connection,
                                "delete from duplicate_finding where person = $1 and found_in = $2",
                                finding.person(),
                                finding.foundIn())
                        .then(Sql.run(
                                connection,
                                "insert into duplicate_finding (" + FINDINGS + ") values (" + Sql.places(1, 10) + ")",
                                finding.person(),
                                finding.foundIn(),
                                Sql.of(finding.neighbourhood()),
                                finding.assessments(),
                                finding.sameInstrument(),
                                finding.sameFamily(),
                                finding.overlap(),
                                finding.overlapStatutory(),
                                finding.inNinetyDays(),
                                finding.repeatedDomains()))
                        .then())
                .retryWhen(retry());
    }

    @Override
    public Flux<AdviceRow> given(String neighbourhood, Instant from, Instant to) {
        return select(
                "where neighbourhood = $1 and given_at >= $2 and given_at < $3",
                neighbourhood,
                Sql.of(from),
                Sql.of(to));
    }

    @Override
    public Flux<FindingRow> found(String neighbourhood, LocalDate from, LocalDate to) {
        return findings("where neighbourhood = $1 and found_in >= $2 and found_in <= $3", neighbourhood, from, to);
    }

    private Flux<FindingRow> findings(String where, Object... parameters) {
        return store.read(connection -> Sql.rows(
                connection,
                "select " + FINDINGS + " from duplicate_finding " + where,
                SqlAdviceRows::finding,
                parameters));
    }

    private Flux<AdviceRow> select(String where, Object... parameters) {
        return store.read(connection -> Sql.rows(connection, SELECT + where, SqlAdviceRows::row, parameters));
    }

    private static Object[] parameters(String first, Collection<String> others) {
        var parameters = new ArrayList<Object>();
        parameters.add(first);
        parameters.addAll(others);
        return parameters.toArray();
    }

    private static Retry retry() {
        return Retry.max(RETRIES).filter(failure -> failure instanceof StoreException refused && refused.isConflict());
    }

    private static Object[] values(AdviceRow row) {
        return new Object[] {
            row.adviceId(),
            row.reader(),
            row.person(),
            Sql.of(row.neighbourhood()),
            row.instrument(),
            row.partner(),
            Sql.of(row.reliedOn()),
            row.decision(),
            row.reason(),
            row.required(),
            row.covered(),
            row.silent(),
            Sql.of(row.riskBand()),
            Sql.of(row.givenAt())
        };
    }

    private static AdviceRow row(Readable row) {
        return new AdviceRow(
                Sql.text(row, "advice_id"),
                Sql.text(row, "reader"),
                Sql.text(row, "person"),
                row.get("neighbourhood", String.class),
                Sql.text(row, "instrument"),
                Sql.text(row, "partner"),
                row.get("relied_on", String.class),
                Sql.text(row, "decision"),
                Sql.text(row, "reason"),
                number(row, "required"),
                number(row, "covered"),
                number(row, "silent"),
                row.get("risk_band", String.class),
                Sql.moment(row, "given_at"),
                row.get("outcome", String.class),
                Sql.momentOrNull(row, "outcome_at"),
                row.get("checked_on", LocalDate.class),
                row.get("done_on", LocalDate.class),
                row.get("band_changed", Boolean.class));
    }

    private static FindingRow finding(Readable row) {
        return new FindingRow(
                Sql.text(row, "person"),
                Objects.requireNonNull(row.get("found_in", LocalDate.class)),
                row.get("neighbourhood", String.class),
                number(row, "assessments"),
                number(row, "same_instrument"),
                number(row, "same_family"),
                number(row, "overlap"),
                number(row, "overlap_statutory"),
                number(row, "in_90_days"),
                number(row, "repeated_domains"));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }
}
