package care.weft.gateway.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The databases on which the store's and the audit's tests all run. */
public enum Databases {
    H2 {
        @Override
        public StoreSettings fresh(Path directory) {
            return StoreSettings.embedded(directory);
        }
    },

    /** A server of the tests' own, from its released binaries; started once, and stopped with the virtual machine. */
    POSTGRESQL {
        @Override
        public StoreSettings fresh(Path directory) {
            var database = "weft_" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = server().getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new AssertionError("PostgreSQL did not make a database", e);
            }
            var address = "postgresql://localhost:" + server().getPort() + "/" + database;
            return new StoreSettings(directory, "r2dbc:" + address, "jdbc:" + address, "postgres", "postgres");
        }
    };

    private static @Nullable EmbeddedPostgres postgres;

    /**
     * A database of one's own, empty.
     *
     * @param directory of the settings; an embedded database is in it
     */
    public abstract StoreSettings fresh(Path directory);

    static synchronized EmbeddedPostgres server() {
        if (postgres == null) {
            try {
                postgres = EmbeddedPostgres.builder()
                        // Its builder switches both off.
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "PostgreSQL is needed for these tests and could not be started from its binaries."
                                + " As root they need the command unshare, or run the build as another user.",
                        e);
            }
        }
        return postgres;
    }
}
