package care.weft.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the audit wrote in some rounds, by its own table.
 *
 * @param records for one request
 * @param commitsPerSecond groups that were made durable, each for all who waited
 */
record Audited(double records, double commitsPerSecond, double requestsPerCommit) {

    /** All records of a commit bear its time. */
    private static final String COUNT =
            "select count(*), count(distinct recorded_at) from audit_event where recorded_at between ? and ?";

    /**
     * Reads it.
     *
     * @param store the database's folder, of a gateway that has ended
     */
    static Audited read(Path store, List<Scene.Round> rounds) throws SQLException {
        long records = 0;
        long commits = 0;
        int requests = 0;
        var time = Duration.ZERO;
        try (var database = DriverManager.getConnection(
                "jdbc:h2:file:" + store.toAbsolutePath().resolve("weft"))) {
            for (var round : rounds) {
                var counted = count(database, round.began(), round.ended());
                records += counted[0];
                commits += counted[1];
                requests += round.seen().answers();
                time = time.plus(round.seen().took());
            }
        }
        return new Audited((double) records / requests, commits * 1e9 / time.toNanos(), (double) requests / commits);
    }

    private static long[] count(Connection database, Instant from, Instant to) throws SQLException {
        try (var statement = database.prepareStatement(COUNT)) {
            statement.setTimestamp(1, Timestamp.from(from));
            statement.setTimestamp(2, Timestamp.from(to));
            try (var counted = statement.executeQuery()) {
                counted.next();
                return new long[] {counted.getLong(1), counted.getLong(2)};
            }
        }
    }
}
