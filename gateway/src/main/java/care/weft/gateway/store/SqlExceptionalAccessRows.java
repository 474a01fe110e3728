package care.weft.gateway.store;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Openings without a relationship in table {@code exceptional_access}. */
final class SqlExceptionalAccessRows implements ExceptionalAccessRows {

    private static final String WRITTEN =
            "id, kind, issuer, caller, caller_name, roles, organisation, person, reason, opened_at, until, to_review";
    private static final String INSERT =
            "insert into exceptional_access (" + WRITTEN + ") values (" + Sql.places(1, 12) + ")";
    private static final String SELECT = "select seq, " + WRITTEN + " from exceptional_access ";

    private static final String OPEN =
            "and not exists (select 1 from exceptional_access_review where opening = id and settled) ";

    private final Store store;

    SqlExceptionalAccessRows(Store store) {
        this.store = store;
    }

    @Override
    public Mono<Void> add(ExceptionalAccessRow opened) {
        return store.write(connection -> Sql.run(
                        connection,
                        INSERT,
                        opened.id(),
                        opened.kind(),
                        opened.issuer(),
                        opened.caller(),
                        opened.callerName(),
                        opened.roles(),
                        Sql.of(opened.organisation()),
                        opened.person(),
                        opened.reason(),
                        Sql.of(opened.openedAt()),
                        Sql.of(opened.until()),
                        opened.toReview())
                .then());
    }

    @Override
    public Flux<ExceptionalAccessRow> open(String issuer, String caller, Collection<String> personKeys, Instant now) {
        var parameters = new ArrayList<Object>(List.of(issuer, caller, Sql.of(now)));
        parameters.addAll(personKeys);
        return store.lookUp(connection -> Sql.rows(
                connection,
                SELECT + "where issuer = $1 and caller = $2 and until > $3 and person in ("
                        + Sql.places(4, personKeys.size()) + ") order by seq desc",
                SqlExceptionalAccessRows::row,
                parameters.toArray()));
    }

    @Override
    public Flux<ExceptionalAccessRow> toReview(long before, int most, boolean openOnly) {
        return store.read(connection -> Sql.rows(
                connection,
                SELECT + "where to_review and seq < $1 " + (openOnly ? OPEN : "") + "order by seq desc limit " + most,
                SqlExceptionalAccessRows::row,
                before));
    }

    @Override
    public Mono<ExceptionalAccessRow> toReview(String id) {
        return store.read(connection ->
                        Sql.rows(connection, SELECT + "where to_review and id = $1", SqlExceptionalAccessRows::row, id))
                .next();
    }

    private static ExceptionalAccessRow row(Readable row) {
        return new ExceptionalAccessRow(
                Objects.requireNonNull(row.get("seq", Long.class)),
                Sql.text(row, "id"),
                Sql.text(row, "kind"),
                Sql.text(row, "issuer"),
                Sql.text(row, "caller"),
                Sql.text(row, "caller_name"),
                Sql.text(row, "roles"),
                row.get("organisation", String.class),
                Sql.text(row, "person"),
                Sql.text(row, "reason"),
                Sql.moment(row, "opened_at"),
                Sql.moment(row, "until"),
                Objects.requireNonNull(row.get("to_review", Boolean.class)));
    }
}
