package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        return store.read(connection -> Flux.from(connection
                        .createStatement("select distinct node from audit_event order by node")
                        .execute())
                .concatMap(result -> result.map(row -> text(row, "node"))));
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
            parameters.add(search.from().atOffset(ZoneOffset.UTC));
            where.add("recorded_at >= $" + parameters.size());
        }
        if (search.before() != null) {
            parameters.add(search.before().atOffset(ZoneOffset.UTC));
            where.add("recorded_at < $" + parameters.size());
        }
        var past = search.past();
        if (past != null) {
            parameters.add(past.recordedAt().atOffset(ZoneOffset.UTC));
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
                before.atOffset(ZoneOffset.UTC),
                limit);
    }

    @Override
    public Mono<Void> replace(List<AuditRow> rows) {
        return store.write(connection -> Flux.fromIterable(rows)
                .concatMap(row -> {
                    var delete = connection
                            .createStatement("delete from audit_event where node = $1 and seq = $2")
                            .bind(0, row.node())
                            .bind(1, row.sequence());
                    return Flux.from(delete.execute())
                            .concatMap(Result::getRowsUpdated)
                            .then(insert(connection, List.of(row)));
                })
                .then());
    }

    private Flux<AuditRow> select(String where, Object... parameters) {
        return store.read(connection -> {
            var statement = connection.createStatement(SELECT + where);
            for (int i = 0; i < parameters.length; i++) {
                statement.bind(i, parameters[i]);
            }
            return Flux.from(statement.execute()).concatMap(result -> result.map(SqlAuditRows::row));
        });
    }

    private static Mono<Void> insert(Connection connection, List<AuditRow> rows) {
        var values = IntStream.range(0, rows.size())
                .mapToObj(row -> IntStream.rangeClosed(1, COLUMNS.size())
                        .mapToObj(column -> "$" + (row * COLUMNS.size() + column))
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(", "));
        var statement = connection.createStatement(
                "insert into audit_event (" + String.join(", ", COLUMNS) + ") values " + values);
        for (int row = 0; row < rows.size(); row++) {
            bind(statement, row * COLUMNS.size(), rows.get(row));
        }
        return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated).then();
    }

    private static void bind(Statement statement, int at, AuditRow row) {
        statement
                .bind(at, row.node())
                .bind(at + 1, row.sequence())
                .bind(at + 2, row.recordedAt().atOffset(ZoneOffset.UTC))
                .bind(at + 3, row.requestId())
                .bind(at + 4, row.kind())
                .bind(at + 5, optional(row.person()))
                .bind(at + 6, optional(row.section()))
                .bind(at + 7, optional(row.partner()))
                .bind(at + 8, row.outcome())
                .bind(at + 9, row.callerId())
                .bind(at + 10, optional(row.organisation()))
                .bind(at + 11, row.purpose())
                .bind(at + 12, row.details())
                .bind(at + 13, row.previous())
                .bind(at + 14, row.hash());
    }

    private static Object optional(@Nullable String value) {
        return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
    }

    private static AuditRow row(Readable row) {
        return new AuditRow(
                text(row, "node"),
                Objects.requireNonNull(row.get("seq", Long.class)),
                Objects.requireNonNull(row.get("recorded_at", OffsetDateTime.class))
                        .toInstant(),
                text(row, "request_id"),
                text(row, "kind"),
                row.get("person", String.class),
                row.get("section", String.class),
                row.get("partner", String.class),
                text(row, "outcome"),
                text(row, "caller_id"),
                row.get("organisation", String.class),
                text(row, "purpose"),
                text(row, "details"),
                text(row, "previous"),
                text(row, "hash"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
