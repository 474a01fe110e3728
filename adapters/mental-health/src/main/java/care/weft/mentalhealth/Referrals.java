package care.weft.mentalhealth;

import static care.weft.fhir.Unreadable.unlessMissing;

import care.weft.fhir.Unreadable;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Priority;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.ReferralStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Referrals to the trust, each with the teams that it went to, and the trust's own onward ones. */
final class Referrals {

    static final String TABLE = "MHS101Referral";
    static final String SERVICES = "MHS102ServiceTypeReferredTo";
    static final String ONWARD = "MHS105OnwardReferral";

    /** Links what belongs to a referral to it. */
    static final String ID = "ServiceRequestId";

    private Referrals() {}

    static Mono<PersonReply> read(Asked asked) {
        return Reads.of(asked)
                .main(TABLE, asked.within(TABLE))
                .further(SERVICES)
                .main(ONWARD, asked.within(ONWARD))
                .run()
                .map(answers -> answers.map(TABLE, row -> referral(answers, row))
                        .map(ONWARD, Referrals::onward)
                        .reply());
    }

    private static Referral referral(Answers answers, Row row) throws Unreadable {
        var today = answers.asked().today();
        var services = answers.belonging(SERVICES, ID, row);
        var service = Teams.service(Stream.concat(Stream.of(row), open(answers, services, today).stream())
                .toList());
        var end = End.of(answers, row, services, today);
        var requestedOn = row.moment("ReferralRequestReceivedDate", "ReferralRequestReceivedTime");
        return ReferralBuilder.builder()
                .source(row.source(null, ID))
                .title(service == null ? "Referral" : "Referral to " + Teams.inATitle(service))
                .referralStatus(
                        end == null && requestedOn == null
                                ? ReferralStatus.UNKNOWN
                                : end == null ? ReferralStatus.ACTIVE : end.status())
                .priority(priority(row))
                .requestedOn(requestedOn)
                .from(from(row))
                .to(row.provider())
                .service(service)
                .reason(row.coding("PrimReasonReferralMH"))
                .outcome(end == null ? null : end.reason())
                .closedOn(end == null ? null : end.on())
                .organisation(row.provider())
                .build();
    }

    /** The teams that still have it before those that do not. */
    private static List<Row> open(Answers answers, List<Row> services, LocalDate today) {
        var ordered = new ArrayList<Row>();
        var closed = new ArrayList<Row>();
        for (var service : services) {
            var done = answers.read(
                    List.of(service),
                    row -> Days.hasCome(row.date("ReferClosureDate"), today)
                            || Days.hasCome(row.date("ReferRejectionDate"), today));
            (done.contains(true) ? closed : ordered).add(service);
        }
        ordered.addAll(closed);
        return ordered;
    }

    /** Who asked: the organisation, or by what kind of door the person came in. */
    private static @Nullable Organisation from(Row row) {
        var stated = row.organisation("OrgIDReferringOrg");
        var source = row.coding("SourceOfReferralMH");
        return stated != null || source == null ? stated : new Organisation(null, source.display());
    }

    private static @Nullable Priority priority(Row row) {
        return switch (Objects.requireNonNullElse(row.text("ClinRespPriorityType"), "")) {
            case "1" -> Priority.STAT;
            case "4" -> Priority.ASAP;
            case "2" -> Priority.URGENT;
            case "3" -> Priority.ROUTINE;
            default -> null;
        };
    }

    /** What came of it elsewhere is not told. The table has no id of its own. */
    private static Referral onward(Row row) throws Unreadable {
        var to = row.organisation("OrgIDReceiving");
        unlessMissing(row.text(ID), ID);
        return ReferralBuilder.builder()
                .source(
                        to == null || to.odsCode() == null
                                ? row.source(null, ID, "OnwardReferDate")
                                : row.source(null, ID, "OnwardReferDate", "OrgIDReceiving"))
                .title(to == null ? "Onward referral" : "Onward referral to " + to.name())
                .referralStatus(ReferralStatus.UNKNOWN)
                .requestedOn(row.moment("OnwardReferDate", "OnwardReferTime"))
                .from(row.provider())
                .to(to)
                .reason(row.coding("OnwardReferReason"))
                .organisation(row.provider())
                .build();
    }

    /** How a referral ended: discharged by the service, or turned down by it or by every team. */
    private record End(
            ReferralStatus status,
            @Nullable PartialDate on,
            @Nullable Coding reason) {

        static @Nullable End of(Answers answers, Row row, List<Row> services, LocalDate today) throws Unreadable {
            var discharged = row.date("ServDischDate");
            if (Days.hasCome(discharged, today)) {
                return new End(ReferralStatus.COMPLETED, discharged, reason(row, services, "ReferClosReason"));
            }
            var rejected = row.date("ReferRejectionDate");
            if (Days.hasCome(rejected, today)) {
                return new End(ReferralStatus.CANCELLED, rejected, reason(row, services, "ReferRejectReason"));
            }
            var byTeams = answers.read(services, each -> each.date("ReferRejectionDate")).stream()
                    .filter(date -> Days.hasCome(date, today))
                    .toList();
            return services.isEmpty() || byTeams.size() < services.size()
                    ? null
                    : new End(ReferralStatus.CANCELLED, byTeams.getLast(), reason(row, services, "ReferRejectReason"));
        }

        private static @Nullable Coding reason(Row row, List<Row> services, String field) {
            return Stream.concat(Stream.of(row), services.stream())
                    .map(each -> each.coding(field))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
