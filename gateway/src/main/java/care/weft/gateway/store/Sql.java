package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Statements with parameters {@code $1} and on, and the values that go in and out of them. */
final class Sql {

    private Sql() {}

    /** What a query finds. */
    static <T> Flux<T> rows(Connection connection, String sql, Function<Readable, T> read, Object... parameters) {
        return Flux.defer(
                () -> Flux.from(bound(connection, sql, parameters).execute()).concatMap(result -> result.map(read)));
    }

    /** How many rows a statement changed. */
    static Mono<Long> run(Connection connection, String sql, Object... parameters) {
        return Mono.defer(() -> Flux.from(bound(connection, sql, parameters).execute())
                .concatMap(Result::getRowsUpdated)
                .reduce(0L, Long::sum));
    }

    private static Statement bound(Connection connection, String sql, Object... parameters) {
        boolean asBytes = sql.startsWith("insert ")
                && connection.getMetadata().getDatabaseProductName().equals("H2");
        var statement = connection.createStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.bind(i, asBytes ? textAsBytes(parameters[i]) : parameters[i]);
        }
        return statement;
    }

    /**
     * r2dbc-h2 1.1 makes a CLOB of each text (github.com/r2dbc/r2dbc-h2/issues/195), longer ones in a table of their own, and H2 turns it into
     * a text again. Bytes are taken as they are, and stored as UTF-8 where a column is text; but H2 compares them with no text.
     */
    private static Object textAsBytes(Object parameter) {
        return parameter instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : parameter;
    }

    /** Such as {@code $2, $3}. */
    static String places(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(n -> "$" + n).collect(Collectors.joining(", "));
    }

    static Object of(@Nullable String value) {
        return value == null ? Parameters.in(R2dbcType.VARCHAR) : value;
    }

    static Object of(@Nullable Instant value) {
        return value == null ? Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE) : value.atOffset(ZoneOffset.UTC);
    }

    static Object of(@Nullable LocalDate value) {
        return value == null ? Parameters.in(R2dbcType.DATE) : value;
    }

    static @Nullable Instant momentOrNull(Readable row, String column) {
        var stored = row.get(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }

    static Instant moment(Readable row, String column) {
        return Objects.requireNonNull(momentOrNull(row, column));
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
