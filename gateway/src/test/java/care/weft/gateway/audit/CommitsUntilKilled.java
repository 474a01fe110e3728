package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRows;
import care.weft.gateway.store.Store;
import care.weft.gateway.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A process that commits as fast as it can and prints the id of each request once its commit has completed. */
final class CommitsUntilKilled {

    private static final int COMMITTERS = 32;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(30);

    private CommitsUntilKilled() {}

    /** Arguments: a prefix for the request ids; the store's directory; for PostgreSQL both addresses, the user, the password. */
    public static void main(String[] arguments) {
        LoggingSystem.get(CommitsUntilKilled.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        var store = Store.open(settings(arguments));
        var log = new AuditLog(
                AuditRows.in(store), "node", Facts.FORMAT, AuditSettings.of(SOON, 10_000), Clock.systemUTC());
        Flux.range(0, Integer.MAX_VALUE)
                .flatMap(n -> commit(log, arguments[0] + n), COMMITTERS)
                // The pipe is broken when whoever reads it has gone.
                .takeWhile(id -> !System.out.checkError())
                .blockLast(LONGEST_LIFE);
        System.exit(1);
    }

    private static StoreSettings settings(String[] arguments) {
        var directory = Path.of(arguments[1]);
        return arguments.length == 2
                ? StoreSettings.embedded(directory)
                : new StoreSettings(directory, arguments[2], arguments[3], arguments[4], arguments[5]);
    }

    private static Mono<String> commit(AuditLog log, String id) {
        return log.commit(Facts.batchOf(id, 1, 2), SOON).then(Mono.fromCallable(() -> {
            System.out.println(id);
            return id;
        }));
    }
}
