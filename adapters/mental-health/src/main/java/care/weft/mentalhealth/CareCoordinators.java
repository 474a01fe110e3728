package care.weft.mentalhealth;

import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.InvolvementBuilder;
import care.weft.spi.model.RecordSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Mental health care coordinators, with their teams. */
final class CareCoordinators {

    static final String TABLE = "MHS006MHCareCoord";

    private static final String PROFESSIONAL = "CareProfLocalId";
    private static final String TEAM = "CareProfTeamLocalId";
    private static final String SINCE = "StartDateAssCareCoord";
    private static final String UNTIL = "EndDateAssCareCoord";

    private CareCoordinators() {}

    static Mono<PersonReply> read(Asked asked) {
        return Reads.of(asked)
                .main(TABLE, asked.all(TABLE))
                .run()
                .map(answers ->
                        answers.map(TABLE, row -> map(row, asked.today())).reply());
    }

    private static Involvement map(Row row, LocalDate today) throws Unreadable {
        var since = row.date(SINCE);
        var until = row.date(UNTIL);
        var kind = row.coding("CareProfServOrTeamTypeAssoc", Teams.KIND);
        var team = Teams.name(List.of(row));
        return InvolvementBuilder.builder()
                .source(source(row))
                .organisation(row.provider())
                .team(team == null && kind != null ? kind.display() : team)
                .role(Coding.text("Care coordinator"))
                .practitioner(row.practitioner())
                .contact(contact(row))
                .since(since)
                .until(until)
                .keyWorker(isInCharge(row, today))
                .build();
    }

    /** False where that cannot be read. */
    static boolean isInCharge(Row row, LocalDate today) {
        try {
            return Days.hasBegun(row.date(SINCE), today) && !Days.isOver(row.date(UNTIL), today);
        } catch (Unreadable unknown) {
            return false;
        }
    }

    /** The table has no id of its own. */
    private static RecordSource source(Row row) throws Unreadable {
        var who = row.text(PROFESSIONAL) == null ? TEAM : PROFESSIONAL;
        return row.text(SINCE) == null ? row.source(null, who) : row.source(null, who, SINCE);
    }

    private static @Nullable Contact contact(Row row) {
        var phone = row.text(TEAM + "Tel");
        var email = row.text(TEAM + "Email");
        return phone == null && email == null ? null : new Contact(phone, email, row.text(TEAM + "Hours"));
    }
}
