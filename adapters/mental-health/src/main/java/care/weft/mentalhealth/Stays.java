package care.weft.mentalhealth;

import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Stay;
import care.weft.spi.model.StayBuilder;
import care.weft.spi.model.StayState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Inpatient stays: a spell with the trust, and the wards that it was spent on. */
final class Stays {

    static final String TABLE = "MHS501HospProvSpell";
    static final String WARDS = "MHS502WardStay";

    private static final String ID = "HospProvSpellID";

    private Stays() {}

    static Mono<PersonReply> read(Asked asked) {
        return Reads.of(asked)
                .main(TABLE, asked.within(TABLE))
                .further(WARDS)
                .run()
                .map(answers -> answers.map(TABLE, row -> map(answers, row)).reply());
    }

    private static Stay map(Answers answers, Row row) throws Unreadable {
        var today = answers.asked().today();
        var admitted = row.moment("StartDateHospProvSpell", "StartTimeHospProvSpell");
        var discharged = row.moment("DischDateHospProvSpell", "DischTimeHospProvSpell");
        var state = state(admitted, discharged, today);
        boolean over = state == StayState.DISCHARGED;
        var ward = lastWard(answers, row);
        var kind = ward == null ? null : ward.row().coding("MHAdmittedPatientClass");
        return StayBuilder.builder()
                .source(row.source(null, ID))
                .title(
                        kind == null
                                ? "Mental health inpatient stay"
                                : "Mental health inpatient stay, " + Teams.inATitle(kind))
                .stayState(state)
                .ward(ward == null ? null : ward.name())
                .admittedOn(admitted)
                .expectedDischarge(over ? null : expected(row))
                .destination(destination(row, over))
                .dischargedOn(over ? discharged : null)
                .organisation(row.provider())
                .build();
    }

    private static StayState state(@Nullable Moment admitted, @Nullable Moment discharged, LocalDate today) {
        if (discharged != null && !discharged.earliestDay().isAfter(today)) {
            return StayState.DISCHARGED;
        }
        if (admitted == null) {
            return StayState.UNKNOWN;
        }
        return admitted.earliestDay().isAfter(today) ? StayState.PLANNED : StayState.IN_HOSPITAL;
    }

    private static @Nullable PartialDate expected(Row row) throws Unreadable {
        var planned = row.date("PlannedDischDateHospProvSpell");
        return planned == null ? row.date("EstimatedDischDateHospProvSpell") : planned;
    }

    private static @Nullable Coding destination(Row row, boolean over) {
        return over
                ? row.coding("DestOfDischHospProvSpell")
                : row.coding("PlannedDestDisch", "DestOfDischHospProvSpell");
    }

    private static @Nullable Ward lastWard(Answers answers, Row spell) {
        return answers.read(answers.belonging(WARDS, ID, spell), Ward::of).stream()
                .max(Comparator.comparing(Ward::since))
                .orElse(null);
    }

    private record Ward(Row row, Instant since) {

        static Ward of(Row row) throws Unreadable {
            var since = row.moment("StartDateWardStay", "StartTimeWardStay");
            return new Ward(row, since == null ? Instant.MIN : since.start());
        }

        @Nullable
        String name() {
            var words = row.words("WardCode");
            return words == null ? row.text("WardCode") : words;
        }
    }
}
