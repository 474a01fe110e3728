package care.weft.gateway.store;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The one database under its addresses: R2DBC for the gateway's work, JDBC for its migrations.
 *
 * @param opening of the first connection, which settles how the database writes
 * @param connections of all others
 * @param jdbcUrl names the same database
 */
record Database(
        ConnectionFactory opening,
        ConnectionFactory connections,
        String jdbcUrl,
        @Nullable String username,
        @Nullable String password) {

    /**
     * TRACE_LEVEL_FILE: no trace file, for it would quote rows. DB_CLOSE_ON_EXIT: the gateway closes the database itself,
     * after the last request. PAGE_SIZE: each commit writes every page anew that it touches, of seven trees for one audit event; with
     * half of the usual size, half as much is written. Files with larger pages stay readable. AUTO_COMPACT_FILL_RATE: how full the file is
     * kept, in percent, by moving what is in it while the gateway works; with the usual 90 that was more work than the writing itself.
     */
    private static final String H2_SETTINGS =
            "TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE;PAGE_SIZE=2048;AUTO_COMPACT_FILL_RATE=50";

    static Database of(StoreSettings settings) {
        return settings.url() == null || settings.jdbcUrl() == null
                ? embedded(settings.directory())
                : at(settings.url(), settings.jdbcUrl(), settings.username(), settings.password());
    }

    private static Database embedded(Path directory) {
        // H2 adds ".mv.db".
        var file = directory.toAbsolutePath().normalize().resolve("weft");
        var options = ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "h2")
                .option(ConnectionFactoryOptions.PROTOCOL, "file")
                .option(ConnectionFactoryOptions.DATABASE, file.toString())
                .build();
        return new Database(
                ConnectionFactories.get(options.mutate()
                        .option(Option.valueOf("options"), H2_SETTINGS + ";WRITE_DELAY=0")
                        .build()),
                ConnectionFactories.get(options.mutate()
                        .option(Option.valueOf("options"), H2_SETTINGS)
                        .build()),
                "jdbc:h2:file:" + file + ";" + H2_SETTINGS,
                null,
                null);
    }

    private static Database at(String url, String jdbcUrl, @Nullable String username, @Nullable String password) {
        var options = ConnectionFactoryOptions.parse(url).mutate();
        if (username != null) {
            options.option(ConnectionFactoryOptions.USER, username);
        }
        if (password != null) {
            options.option(ConnectionFactoryOptions.PASSWORD, password);
        }
        var connections = ConnectionFactories.get(options.build());
        return new Database(connections, connections, jdbcUrl, username, password);
    }

    /** Brings the tables to this version's shape; blocks. */
    void migrate() {
        Flyway.configure()
                .dataSource(jdbcUrl, username, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
