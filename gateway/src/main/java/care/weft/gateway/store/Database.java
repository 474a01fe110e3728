package care.weft.gateway.store;

import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The one database under both its addresses: R2DBC for the gateway's work, JDBC for its migrations.
 *
 * @param jdbcUrl names the same database as {@code options}
 */
record Database(
        ConnectionFactoryOptions options,
        String jdbcUrl,
        @Nullable String username,
        @Nullable String password) {

    /**
     * WRITE_DELAY: a commit is in the file when it returns. TRACE_LEVEL_FILE: no trace file, for it would quote rows.
     * DB_CLOSE_ON_EXIT: the gateway closes the database itself, after the last request.
     */
    private static final String H2_SETTINGS = "WRITE_DELAY=0;TRACE_LEVEL_FILE=0;DB_CLOSE_ON_EXIT=FALSE";

    static Database of(StoreSettings settings) {
        if (settings.url() == null || settings.jdbcUrl() == null) {
            // H2 adds ".mv.db".
            var file = settings.directory().toAbsolutePath().normalize().resolve("weft");
            var options = ConnectionFactoryOptions.builder()
                    .option(ConnectionFactoryOptions.DRIVER, "h2")
                    .option(ConnectionFactoryOptions.PROTOCOL, "file")
                    .option(ConnectionFactoryOptions.DATABASE, file.toString())
                    .option(Option.valueOf("options"), H2_SETTINGS);
            return new Database(options.build(), "jdbc:h2:file:" + file + ";" + H2_SETTINGS, null, null);
        }
        var options = ConnectionFactoryOptions.parse(settings.url()).mutate();
        if (settings.username() != null) {
            options.option(ConnectionFactoryOptions.USER, settings.username());
        }
        if (settings.password() != null) {
            options.option(ConnectionFactoryOptions.PASSWORD, settings.password());
        }
        return new Database(options.build(), settings.jdbcUrl(), settings.username(), settings.password());
    }

    ConnectionFactory connections() {
        return ConnectionFactories.get(options);
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
