package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.r2dbc.connection.DelegatingConnectionFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The open database: durable writes, on the embedded one one after another, and reads beside them.
 *
 * <p>The embedded database works on the thread that subscribes, disk access included. So writes have one thread of their
 * own and reads a few, and what they answer is handed to another thread: neither a caller's event loop nor a caller's own
 * work can be held up here.
 */
public final class Store implements AutoCloseable {

    private static final int H2_FILE_LOCKED = 90020;
    private static final int READERS = 4;
    private static final int LOOKERS_UP = 2;
    private static final int MOST_WAITING = 10_000;
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Scheduler writer = Schedulers.newBoundedElastic(1, MOST_WAITING, "weft-store-writer", 60, true);
    private final Scheduler readers =
            Schedulers.newBoundedElastic(READERS, MOST_WAITING, "weft-store-reader", 60, true);
    private final Scheduler lookUps =
            Schedulers.newBoundedElastic(LOOKERS_UP, MOST_WAITING, "weft-store-look-up", 60, true);
    private final ConnectionFactory connections;
    private final Durability durability;
    // The embedded database closes with its last connection: this one is the last.
    private final Connection last;
    private final AtomicLong writes = new AtomicLong();

    private Store(ConnectionFactory connections, Durability durability, Connection last) {
        this.connections = connections;
        this.durability = durability;
        this.last = last;
    }

    /**
     * Opens the database, checks that it keeps what it commits, and migrates it. Blocks.
     *
     * @throws StoreException in plain words, when it cannot be opened or would not be durable
     */
    public static Store open(StoreSettings settings) {
        makePrivate(settings.directory());
        var database = Database.of(settings);
        var first = connect(database.opening(), settings);
        var connections = database.connections();
        var durability = Durability.of(connections.getMetadata().getName());
        try {
            durability.check(first).block();
            database.migrate();
            return new Store(connections, durability, first);
        } catch (RuntimeException e) {
            Mono.from(first.close()).block();
            throw e instanceof StoreException ? e : new StoreException("The store could not be prepared", e);
        }
    }

    /**
     * Does work in one transaction; on the embedded database after the writes asked for earlier. Lazy.
     *
     * @param work must not leave its thread, nor commit
     * @return what the work answers, once it is durable; a {@link StoreException} otherwise, also when too much waits. Cancelling rolls back what is
     *     not yet committed
     */
    public <T> Mono<T> write(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(
                        connections.create(),
                        connection -> Mono.from(connection.beginTransaction()).then(work.apply(connection)),
                        this::commit,
                        (connection, failure) -> rollback(connection),
                        Store::rollback)
                .cancelOn(writer)
                .subscribeOn(writer)
                .publishOn(Schedulers.parallel())
                .onErrorMap(StoreException::of);
    }

    /**
     * Asks without changing anything. Lazy; cancelling ends the query.
     *
     * @return the answers, or a {@link StoreException}
     */
    public <T> Flux<T> read(Function<Connection, Flux<T>> query) {
        return read(query, readers);
    }

    /**
     * As {@link #read}, for what somebody's answer waits for: beside reads, which may be long, and given up when nothing comes for two
     * seconds.
     */
    <T> Flux<T> lookUp(Function<Connection, Flux<T>> query) {
        return read(query, lookUps).timeout(LONGEST_LOOK_UP).onErrorMap(StoreException::of);
    }

    private <T> Flux<T> read(Function<Connection, Flux<T>> query, Scheduler on) {
        return Flux.usingWhen(connections.create(), query, Connection::close)
                .cancelOn(on)
                .subscribeOn(on)
                .publishOn(Schedulers.parallel())
                .onErrorMap(StoreException::of);
    }

    /** Connections for reads and health checks, which never start on the thread that asks. */
    ConnectionFactory connections() {
        return new DelegatingConnectionFactory(connections) {
            @Override
            public Mono<? extends Connection> create() {
                return Mono.<Connection>from(getTargetConnectionFactory().create())
                        .subscribeOn(readers);
            }
        };
    }

    /** Lets the waiting writes end, then closes the database. Blocks; a second call does nothing. */
    @Override
    public void close() {
        writer.disposeGracefully().timeout(LONGEST_STOP).onErrorComplete().block();
        readers.dispose();
        lookUps.dispose();
        Mono.from(last.close()).block();
    }

    private Mono<Void> commit(Connection connection) {
        return Mono.from(connection.commitTransaction())
                .then(durability.force(connection, writes.incrementAndGet()))
                .onErrorResume(failure -> rollback(connection).then(Mono.error(failure)))
                .then(Mono.from(connection.close()));
    }

    private static Mono<Void> rollback(Connection connection) {
        return Mono.from(connection.rollbackTransaction()).onErrorComplete().then(Mono.from(connection.close()));
    }

    private static Connection connect(ConnectionFactory connections, StoreSettings settings) {
        try {
            return Mono.<Connection>from(connections.create()).blockOptional().orElseThrow();
        } catch (R2dbcException e) {
            if (e.getErrorCode() == H2_FILE_LOCKED) {
                throw new StoreException("The database in "
                        + settings.directory().toAbsolutePath()
                        + " is in use by another process. Stop that process, or give this one a directory of its"
                        + " own: weft.store.directory.");
            }
            throw new StoreException("The store could not be opened", e);
        }
    }

    private static void makePrivate(Path directory) {
        try {
            var owner = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createDirectories(directory, owner);
        } catch (IOException e) {
            throw new StoreException(
                    "The directory " + directory.toAbsolutePath() + " (weft.store.directory) could not be made", e);
        }
    }
}
