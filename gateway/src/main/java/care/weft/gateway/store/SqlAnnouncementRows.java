package care.weft.gateway.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The announcements in table {@code announcement}. */
final class SqlAnnouncementRows implements AnnouncementRows {

    private static final List<String> COLUMNS = List.of(
            "id",
            "person",
            "instrument",
            "subject",
            "carer",
            "setting",
            "domains",
            "partner",
            "organisation",
            "organisation_name",
            "team",
            "caller",
            "who",
            "planned_at",
            "place",
            "phone",
            "email",
            "hours",
            "announced_at",
            "expires_at",
            "idempotency_key",
            "content",
            "withdrawn_at",
            "withdrawn_because",
            "fulfilled_on");
    private static final String SELECT = "select " + String.join(", ", COLUMNS) + " from announcement ";
    private static final String INSERT = "insert into announcement (" + String.join(", ", COLUMNS) + ") values ("
            + Sql.places(1, COLUMNS.size()) + ")";
    private static final String OPEN = "withdrawn_at is null and fulfilled_on is null";

    /** Of two nodes that make the first row for a person, or use one key, at the same moment, one must try again. */
    private static final int RETRIES = 3;

    private final Store store;

    SqlAnnouncementRows(Store store) {
        this.store = store;
    }

    @Override
    public Mono<AnnouncementRow> add(AnnouncementRow announcement) {
        return store.write(connection -> select(
                                connection,
                                "where caller = $1 and idempotency_key = $2",
                                announcement.caller(),
                                announcement.idempotencyKey())
                        .singleOrEmpty()
                        .switchIfEmpty(Mono.defer(() -> insert(connection, announcement))))
                .retryWhen(Retry.max(RETRIES)
                        .filter(failure -> failure instanceof StoreException refused && refused.isConflict()));
    }

    private static Mono<AnnouncementRow> insert(Connection connection, AnnouncementRow announcement) {
        return turn(connection, announcement).flatMap(at -> {
            var row = announcement.announcedAt(at);
            return Sql.run(connection, INSERT, values(row).toArray()).thenReturn(row);
        });
    }

    /** Waits until nobody else is announcing for the person, and chooses a moment after all of theirs. */
    private static Mono<Instant> turn(Connection connection, AnnouncementRow announcement) {
        var now = announcement.announcedAt().truncatedTo(ChronoUnit.MICROS);
        var person = announcement.person();
        return Sql.rows(
                        connection,
                        "select latest from announcement_turn where person = $1 for update",
                        row -> Sql.moment(row, "latest"),
                        person)
                .singleOrEmpty()
                .flatMap(latest -> {
                    var at = now.isAfter(latest) ? now : latest.plus(1, ChronoUnit.MICROS);
                    return Sql.run(
                                    connection,
                                    "update announcement_turn set latest = $1 where person = $2",
                                    Sql.of(at),
                                    person)
                            .thenReturn(at);
                })
                .switchIfEmpty(Mono.defer(() -> Sql.run(
                                connection,
                                "insert into announcement_turn (person, latest) values ($1, $2)",
                                person,
                                Sql.of(now))
                        .thenReturn(now)));
    }

    @Override
    public Mono<AnnouncementRow> find(String id) {
        return store.read(connection -> select(connection, "where id = $1", id)).next();
    }

    @Override
    public Flux<AnnouncementRow> open(Collection<String> people, Instant now) {
        var parameters = new ArrayList<Object>();
        parameters.add(Sql.of(now));
        parameters.addAll(people);
        return store.read(connection -> select(
                connection,
                "where expires_at > $1 and person in (" + Sql.places(2, people.size()) + ") and " + OPEN
                        + " order by announced_at, id",
                parameters.toArray()));
    }

    @Override
    public Flux<AnnouncementRow> planned(
            String caller, Collection<String> organisations, Instant from, Instant to, int limit) {
        var parameters = new ArrayList<Object>(List.of(Sql.of(from), Sql.of(to), limit, caller));
        parameters.addAll(organisations);
        var whose = organisations.isEmpty()
                ? "caller = $4"
                : "(caller = $4 or organisation in (" + Sql.places(5, organisations.size()) + "))";
        return store.read(connection -> select(
                connection,
                "where planned_at >= $1 and planned_at < $2 and " + whose + " order by planned_at, id limit $3",
                parameters.toArray()));
    }

    @Override
    public Mono<Void> withdraw(String id, Instant at, String reason) {
        return store.write(connection -> Sql.run(
                        connection,
                        "update announcement set withdrawn_at = $1, withdrawn_because = $2 where id = $3 and withdrawn_at is null",
                        Sql.of(at),
                        reason,
                        id)
                .then());
    }

    @Override
    public Mono<Void> fulfil(String id, LocalDate on) {
        return store.write(connection -> Sql.run(
                        connection,
                        "update announcement set fulfilled_on = $1 where id = $2 and fulfilled_on is null",
                        on,
                        id)
                .then());
    }

    private static Flux<AnnouncementRow> select(Connection connection, String where, Object... parameters) {
        return Sql.rows(connection, SELECT + where, SqlAnnouncementRows::row, parameters);
    }

    private static List<Object> values(AnnouncementRow row) {
        return List.of(
                row.id(),
                row.person(),
                row.instrument(),
                row.subject(),
                Sql.of(row.carer()),
                row.setting(),
                Sql.of(row.domains().isEmpty() ? null : String.join(",", row.domains())),
                row.partner(),
                Sql.of(row.organisation()),
                Sql.of(row.organisationName()),
                Sql.of(row.team()),
                row.caller(),
                row.who(),
                Sql.of(row.plannedAt()),
                Sql.of(row.place()),
                Sql.of(row.phone()),
                Sql.of(row.email()),
                Sql.of(row.hours()),
                Sql.of(row.announcedAt()),
                Sql.of(row.expiresAt()),
                row.idempotencyKey(),
                row.content(),
                Sql.of(row.withdrawnAt()),
                Sql.of(row.withdrawnBecause()),
                Sql.of(row.fulfilledOn()));
    }

    private static AnnouncementRow row(Readable row) {
        var domains = row.get("domains", String.class);
        return new AnnouncementRow(
                Sql.text(row, "id"),
                Sql.text(row, "person"),
                Sql.text(row, "instrument"),
                Sql.text(row, "subject"),
                row.get("carer", String.class),
                Sql.text(row, "setting"),
                domains == null ? List.of() : List.of(domains.split(",")),
                Sql.text(row, "partner"),
                row.get("organisation", String.class),
                row.get("organisation_name", String.class),
                row.get("team", String.class),
                Sql.text(row, "caller"),
                Sql.text(row, "who"),
                Sql.moment(row, "planned_at"),
                row.get("place", String.class),
                row.get("phone", String.class),
                row.get("email", String.class),
                row.get("hours", String.class),
                Sql.moment(row, "announced_at"),
                Sql.moment(row, "expires_at"),
                Sql.text(row, "idempotency_key"),
                Sql.text(row, "content"),
                Sql.momentOrNull(row, "withdrawn_at"),
                row.get("withdrawn_because", String.class),
                row.get("fulfilled_on", LocalDate.class));
    }
}
