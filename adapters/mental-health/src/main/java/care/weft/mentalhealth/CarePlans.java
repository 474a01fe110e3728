package care.weft.mentalhealth;

import static care.weft.fhir.Unreadable.unlessMissing;

import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageBuilder;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.Moment;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Care plans: crisis plans among them. */
final class CarePlans {

    static final String TABLE = "MHS008CarePlanType";
    static final String AGREEMENTS = "MHS009CarePlanAgreement";

    private static final String ID = "CarePlanID";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private CarePlans() {}

    static Mono<PersonReply> read(Asked asked) {
        return Reads.of(asked)
                .main(TABLE, asked.within(TABLE))
                .further(AGREEMENTS)
                .further(CareCoordinators.TABLE)
                .run()
                .map(answers -> answers.map(TABLE, row -> map(answers, row)).reply());
    }

    private static CarePackage map(Answers answers, Row row) throws Unreadable {
        var type = unlessMissing(row.coding("CarePlanTypeMH"), "CarePlanTypeMH");
        var created = row.date("CarePlanCreatDate");
        var implemented = row.date("CarePlanImplementDate");
        var begins = implemented == null ? created : implemented;
        var ends = row.date("CarePlanEndDate");
        var status = status(begins, ends, answers.asked().today());
        return CarePackageBuilder.builder()
                .source(row.source(updated(row), ID))
                .title(title(answers, row, type.display()))
                .packageStatus(status)
                .serviceType(type)
                .provider(row.provider())
                .startsOn(begins)
                .endsOn(ends)
                .coordinator(status == CarePackageStatus.ACTIVE ? coordinator(answers, row) : null)
                .organisation(row.provider())
                .build();
    }

    /** The data set has no status: a plan that began and has no end is in force. */
    private static CarePackageStatus status(@Nullable PartialDate begins, @Nullable PartialDate ends, LocalDate today) {
        if (Days.isOver(ends, today)) {
            return CarePackageStatus.ENDED;
        }
        if (begins == null) {
            return CarePackageStatus.UNKNOWN;
        }
        return Days.hasBegun(begins, today) ? CarePackageStatus.ACTIVE : CarePackageStatus.PLANNED;
    }

    private static String title(Answers answers, Row row, String type) {
        var title = new StringBuilder(type);
        var own = row.words(ID);
        if (own != null) {
            title.append(": ").append(own);
        }
        var agreed = agreed(answers, row);
        if (agreed != null) {
            title.append(", agreed ").append(agreed.format(DAY));
        }
        return title.toString();
    }

    /** The last day on which someone agreed to it. */
    private static @Nullable LocalDate agreed(Answers answers, Row row) {
        return answers
                .read(answers.belonging(AGREEMENTS, ID, row), each -> each.date("CarePlanContentAgreedDate"))
                .stream()
                .filter(date -> date.day() != null)
                .map(PartialDate::earliest)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant updated(Row row) throws Unreadable {
        return switch (row.moment("CarePlanLastUpdateDate", "CarePlanLastUpdateTime")) {
            case Moment.Timed timed -> timed.instant();
            case null, default -> null;
        };
    }

    private static @Nullable Practitioner coordinator(Answers answers, Row plan) {
        var today = answers.asked().today();
        return answers.rows(CareCoordinators.TABLE).stream()
                .filter(row -> Answers.samePatient(row, plan))
                .filter(row -> CareCoordinators.isInCharge(row, today))
                .map(Row::practitioner)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
