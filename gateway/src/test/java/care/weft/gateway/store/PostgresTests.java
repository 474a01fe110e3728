package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of a store is otherwise on PostgreSQL than on the embedded database. */
class PostgresTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void writtenDataIsThereAfterTheStoreIsOpenedAgainAndAFailureSaysNothingOfTheRow() {
        var settings = Databases.POSTGRESQL.fresh(directory);
        try (var store = Store.open(settings)) {
            store.write(connection -> run(connection, "create table note (words varchar primary key)"))
                    .block(SOON);
            var insert = store.write(connection -> run(connection, "insert into note values ('secret words')"));
            insert.block(SOON);

            assertThatThrownBy(() -> insert.block(SOON))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            failure -> assertThat(failure.isConflict()).isTrue())
                    .hasMessage("The database failed with SQLSTATE 23505")
                    .hasNoCause();
        }

        try (var store = Store.open(settings)) {
            assertThat(store.read(connection -> Flux.from(connection
                                            .createStatement("select words from note")
                                            .execute())
                                    .concatMap(result -> result.map(row -> String.valueOf(row.get(0)))))
                            .collectList()
                            .block(SOON))
                    .containsExactly("secret words");
        }
    }

    @Test
    void aDatabaseThatMayForgetACommitIsRefused() throws SQLException {
        var settings = Databases.POSTGRESQL.fresh(directory);
        var url = Objects.requireNonNull(settings.url());
        var database = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = Databases.server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter database " + database + " set synchronous_commit = off");
        }

        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("synchronous_commit of the database is off");
    }

    private static Mono<Void> run(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(Result::getRowsUpdated)
                .then();
    }
}
