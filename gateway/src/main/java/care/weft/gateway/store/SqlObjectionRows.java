package care.weft.gateway.store;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Objections in table {@code objection}. */
final class SqlObjectionRows implements ObjectionRows {

    private static final String WRITTEN = "id, person, basis, recorded_issuer, recorded_by, recorded_name, recorded_at";
    private static final String INSERT = "insert into objection (" + WRITTEN + ") values (" + Sql.places(1, 7) + ")";
    private static final String WITHDRAW = "update objection set withdrawn_basis = $1, withdrawn_issuer = $2,"
            + " withdrawn_by = $3, withdrawn_name = $4, withdrawn_at = $5 where id = $6 and withdrawn_at is null";

    private final Store store;

    SqlObjectionRows(Store store) {
        this.store = store;
    }

    @Override
    public Mono<Void> add(ObjectionRow made) {
        return store.write(connection -> Sql.run(
                        connection,
                        INSERT,
                        made.id(),
                        made.person(),
                        made.basis(),
                        made.issuer(),
                        made.caller(),
                        made.callerName(),
                        Sql.of(made.at()))
                .then());
    }

    @Override
    public Mono<Void> withdraw(ObjectionRow withdrawn) {
        return store.write(connection -> Sql.run(
                        connection,
                        WITHDRAW,
                        withdrawn.basis(),
                        withdrawn.issuer(),
                        withdrawn.caller(),
                        withdrawn.callerName(),
                        Sql.of(withdrawn.at()),
                        withdrawn.id())
                .then());
    }

    @Override
    public Flux<ObjectionRow> standing(Collection<String> personKeys) {
        return store.lookUp(connection -> Sql.rows(
                connection,
                "select " + WRITTEN + " from objection where withdrawn_at is null and person in ("
                        + Sql.places(1, personKeys.size()) + ") order by seq",
                SqlObjectionRows::row,
                personKeys.toArray()));
    }

    @Override
    public Flux<String> objecting() {
        return store.read(connection -> Sql.rows(
                connection, "select person from objection where withdrawn_at is null", row -> Sql.text(row, "person")));
    }

    private static ObjectionRow row(Readable row) {
        return new ObjectionRow(
                Sql.text(row, "id"),
                Sql.text(row, "person"),
                Sql.text(row, "basis"),
                Sql.text(row, "recorded_issuer"),
                Sql.text(row, "recorded_by"),
                Sql.text(row, "recorded_name"),
                Sql.moment(row, "recorded_at"));
    }
}
