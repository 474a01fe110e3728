package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What it takes for a committed row to survive a kill and a power cut, which differs between databases. */
enum Durability {
    /** A commit that returns is durable, as in PostgreSQL unless it is told otherwise. */
    BY_COMMIT {
        @Override
        Mono<Void> check(Connection connection) {
            return Flux.just("synchronous_commit", "fsync")
                    .concatMap(setting -> Flux.from(connection
                                    .createStatement("show " + setting)
                                    .execute())
                            .concatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class))))
                            .filter("off"::equals)
                            .map(off -> new StoreException("The store would lose audit records in a crash: " + setting
                                    + " of the database is off and must be on.")))
                    .next()
                    .flatMap(Mono::error);
        }

        @Override
        Mono<Void> force(Connection connection, long write) {
            return Mono.empty();
        }
    },

    /**
     * H2 writes a commit at once only without a write delay, and to the disk itself only when told to.
     *
     * <p>But it takes back the space of overwritten pages only while there is a write delay, and without that its file grows
     * ten times faster than its content. So a few writes in every few hundred have one; the checkpoint, which each of these
     * has too, is what makes them durable.
     */
    BY_CHECKPOINT {
        @Override
        Mono<Void> check(Connection connection) {
            // Two rows where the setting is stored in the file as well: every one must be 0.
            return Flux.from(connection.createStatement(WRITE_DELAY).execute())
                    .concatMap(result -> result.map(row -> String.valueOf(row.get(0, String.class))))
                    .collectList()
                    .flatMap(values -> !values.isEmpty() && values.stream().allMatch("0"::equals)
                            ? Mono.empty()
                            : Mono.error(new StoreException("The store would lose audit records in a crash: the"
                                    + " WRITE_DELAY of the database is " + String.join(", ", values)
                                    + " and must be 0. End weft.store.url with ?options=WRITE_DELAY=0; a plain"
                                    + " ?WRITE_DELAY=0 is ignored by the driver.")));
        }

        @Override
        Mono<Void> force(Connection connection, long write) {
            return run(connection, "CHECKPOINT SYNC")
                    .then(tidy(connection, write).onErrorComplete());
        }

        private Mono<Void> tidy(Connection connection, long write) {
            long turn = write % TIDY_EVERY;
            return turn == TIDY_FROM
                    ? run(connection, "SET WRITE_DELAY 50")
                    : turn == TIDY_TO ? run(connection, "SET WRITE_DELAY 0") : Mono.empty();
        }

        private static Mono<Void> run(Connection connection, String sql) {
            return Flux.from(connection.createStatement(sql).execute())
                    .concatMap(Result::getRowsUpdated)
                    .then();
        }
    };

    private static final int TIDY_EVERY = 200;
    private static final int TIDY_FROM = 20;
    private static final int TIDY_TO = 30;
    private static final String WRITE_DELAY =
            "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'";

    static Durability of(String database) {
        return database.equals("H2") ? BY_CHECKPOINT : BY_COMMIT;
    }

    /** Fails with a {@link StoreException} when the database is set up so that it may forget a commit. */
    abstract Mono<Void> check(Connection connection);

    /** Completes when what was committed on this connection, the {@code write}th time of this store, is durable. */
    abstract Mono<Void> force(Connection connection, long write);
}
