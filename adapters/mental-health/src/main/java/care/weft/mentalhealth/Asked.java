package care.weft.mentalhealth;

import care.weft.spi.DateWindow;
import care.weft.spi.Deadline;
import care.weft.spi.HttpCall;
import care.weft.spi.JointReads;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PersonKey;
import java.time.Instant;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** One section of one person, as it is asked for. {@link #toString()} is redacted. */
record Asked(
        PersonKey person,
        LocalId localId,
        DateWindow window,
        Tables tables,
        Deadline deadline,
        JointReads joint,
        MentalHealthSettings settings,
        Instant now) {

    /** Reads a table, once for all sections that read just the same of it. */
    Mono<Rows> read(String table, HttpCall call, Deadline until) {
        return joint.once(person, call.target(), tables.read(table, call, until));
    }

    /** All rows of a table that the trust has about the person. */
    HttpCall all(String table) {
        return HttpCall.get(table)
                .query("LocalPatientId", localId.value())
                .query("limit", String.valueOf(settings.pageSize()));
    }

    /** The same without what was over before the window begins; what goes on is never left out. */
    HttpCall within(String table) {
        var from = window.from();
        return from == null ? all(table) : all(table).query("From", from.toString());
    }

    /** The Europe/London day. */
    LocalDate today() {
        return LocalDate.ofInstant(now, Moment.LONDON);
    }

    @Override
    public String toString() {
        return "Asked[redacted]";
    }
}
