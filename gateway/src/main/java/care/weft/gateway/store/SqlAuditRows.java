package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The audit trail in table {@code audit_event}. */
final class SqlAuditRows implements AuditRows {

    private static final List<String> COLUMNS = List.of(
            "node",
            "seq",
            "recorded_at",
            "request_id",
            "kind",
            "person",
            "section",
            "partner",
            "outcome",
            "caller_id",
            "organisation",
            "purpose",
            "details",
            "previous",
            "hash");
    private static final String SELECT = "select " + String.join(", ", COLUMNS) + " from audit_event ";
    private static final int ROWS_PER_STATEMENT = 64;

    private final Store store;

    SqlAuditRows(Store store) {
        this.store = store;
    }

    @Override
    public Mono<Void> append(List<AuditRow> rows) {
        return store.write(connection -> Flux.range(0, Math.ceilDiv(rows.size(), ROWS_PER_STATEMENT))
                .map(n -> rows.subList(n * ROWS_PER_STATEMENT, Math.min((n + 1) * ROWS_PER_STATEMENT, rows.size())))
                .concatMap(some -> insert(connection, some))
                .then());
    }

    // Ordered by the whole key, here and below: H2 sorts all later rows by itself when the node is left out.
    @Override
    public Mono<AuditRow> last(String node) {
        return select("where node = $1 order by node desc, seq desc limit 1", node)
                .next();
    }

    @Override
    public Flux<String> nodes() {
        return store.read(connection -> Sql.rows(
                connection, "select distinct node from audit_event order by node", row -> Sql.text(row, "node")));
    }

    @Override
    public Flux<AuditRow> after(String node, long sequence, int limit) {
        return select("where node = $1 and seq > $2 order by node, seq limit $3", node, sequence, limit);
    }

    @Override
    public Flux<AuditRow> ofRequest(String requestId) {
        return select("where request_id = $1 order by recorded_at, node, seq", requestId);
    }

    @Override
    public Flux<AuditRow> find(AuditSearch search) {
        var where = new ArrayList<String>();
        var parameters = new ArrayList<>();
        equal("person", search.person(), where, parameters);
        equal("caller_id", search.callerId(), where, parameters);
        equal("organisation", search.organisation(), where, parameters);
        equal("request_id", search.requestId(), where, parameters);
        if (!search.kinds().isEmpty()) {
            var places = new ArrayList<String>();
            for (var kind : search.kinds()) {
                parameters.add(kind);
                places.add("$" + parameters.size());
            }
            where.add("kind in (" + String.join(", ", places) + ")");
        }
        if (search.from() != null) {
            parameters.add(Sql.of(search.from()));
            where.add("recorded_at >= $" + parameters.size());
        }
        if (search.before() != null) {
            parameters.add(Sql.of(search.before()));
            where.add("recorded_at < $" + parameters.size());
        }
        var past = search.past();
        if (past != null) {
            parameters.add(Sql.of(past.recordedAt()));
            parameters.add(past.node());
            parameters.add(past.sequence());
            int at = parameters.size();
            // The first half is what an index serves, the second what puts rows of one moment in order.
            where.add("recorded_at <= $%d and (recorded_at < $%d or node < $%d or (node = $%d and seq < $%d))"
                    .formatted(at - 2, at - 2, at - 1, at - 1, at));
        }
        parameters.add(search.limit());
        return select(
                (where.isEmpty() ? "" : "where " + String.join(" and ", where))
                        + " order by recorded_at desc, node desc, seq desc limit $" + parameters.size(),
                parameters.toArray());
    }

    private static void equal(String column, @Nullable String value, List<String> where, List<Object> parameters) {
        if (value != null) {
            parameters.add(value);
            where.add(column + " = $" + parameters.size());
        }
    }

    @Override
    public Flux<AuditRow> expired(String node, String kind, Instant before, int limit) {
        return select(
                "where node = $1 and kind = $2 and recorded_at < $3 order by node, seq limit $4",
                node,
                kind,
                Sql.of(before),
                limit);
    }

    @Override
    public Mono<Void> replace(List<AuditRow> rows) {
        return store.write(connection -> Flux.fromIterable(rows)
                .concatMap(row -> Sql.run(
                                connection,
                                "delete from audit_event where node = $1 and seq = $2",
                                row.node(),
                                row.sequence())
                        .then(insert(connection, List.of(row))))
                .then());
    }

    private Flux<AuditRow> select(String where, Object... parameters) {
        return store.read(connection -> Sql.rows(connection, SELECT + where, SqlAuditRows::row, parameters));
    }

    private static Mono<Void> insert(Connection connection, List<AuditRow> rows) {
        int columns = COLUMNS.size();
        var values = IntStream.range(0, rows.size())
                .mapToObj(row -> "(" + Sql.places(1 + row * columns, columns) + ")")
                .collect(Collectors.joining(", "));
        return Sql.run(
                        connection,
                        "insert into audit_event (" + String.join(", ", COLUMNS) + ") values " + values,
                        rows.stream().flatMap(SqlAuditRows::values).toArray())
                .then();
    }

    private static Stream<Object> values(AuditRow row) {
        return Stream.of(
                row.node(),
                row.sequence(),
                Sql.of(row.recordedAt()),
                row.requestId(),
                row.kind(),
                Sql.of(row.person()),
                Sql.of(row.section()),
                Sql.of(row.partner()),
                row.outcome(),
                row.callerId(),
                Sql.of(row.organisation()),
                row.purpose(),
                row.details(),
                row.previous(),
                row.hash());
    }

    private static AuditRow row(Readable row) {
        return new AuditRow(
                Sql.text(row, "node"),
                Objects.requireNonNull(row.get("seq", Long.class)),
                Sql.moment(row, "recorded_at"),
                Sql.text(row, "request_id"),
                Sql.text(row, "kind"),
                row.get("person", String.class),
                row.get("section", String.class),
                row.get("partner", String.class),
                Sql.text(row, "outcome"),
                Sql.text(row, "caller_id"),
                row.get("organisation", String.class),
                Sql.text(row, "purpose"),
                Sql.text(row, "details"),
                Sql.text(row, "previous"),
                Sql.text(row, "hash"));
    }
}
