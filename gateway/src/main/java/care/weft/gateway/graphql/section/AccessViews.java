package care.weft.gateway.graphql.section;

import care.weft.gateway.audit.AuditEvent;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.Visit;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.gateway.person.ExceptionalAccess;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts who looked into plain words. */
@Component
final class AccessViews {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(Moment.LONDON);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(Moment.LONDON);

    private final Partners partners;

    AccessViews(Partners partners) {
        this.partners = partners;
    }

    /** For the person: who, not under which id, and nothing of how the gateway works. */
    AccessView ofVisit(Visit visit) {
        return view(visit, null, null, null, null);
    }

    /** For a reviewer. */
    AccessView ofEvent(AuditEvent event) {
        var person = event.person();
        return view(
                new Visit(List.of(event)),
                event.context().callerId(),
                outcome(event),
                event.context().requestId(),
                person == null ? null : number(person));
    }

    private AccessView view(
            Visit visit,
            @Nullable String callerId,
            @Nullable String outcome,
            @Nullable String requestId,
            @Nullable NhsNumber nhsNumber) {
        var context = visit.context();
        return new AccessView(
                AccessPlace.write(visit.place()),
                visit.kind(),
                visit.from(),
                visit.to(),
                visit.requests(),
                who(visit),
                callerId,
                context.roles(),
                organisation(visit),
                context.purpose(),
                visit.sections(),
                visit.partners().stream().map(each -> each.value()).toList(),
                outcome,
                requestId,
                nhsNumber,
                sentence(visit));
    }

    private static String who(Visit visit) {
        var context = visit.context();
        return context.callerName() == null || context.callerName().isBlank()
                ? "Somebody without a name"
                : context.callerName();
    }

    private @Nullable String organisation(Visit visit) {
        var code = visit.context().organisation();
        return code == null
                ? null
                : partners.all().stream()
                        .filter(partner -> Objects.equals(partner.odsCode(), code))
                        .findFirst()
                        .map(Partner::name)
                        .orElse(code);
    }

    private String sentence(Visit visit) {
        var roles = visit.context().roles().stream().map(AccessViews::role).collect(Collectors.joining(", "));
        var organisation = organisation(visit);
        return who(visit)
                + (roles.isEmpty() ? "" : ", " + roles)
                + (organisation == null ? "" : " at " + organisation)
                + ", " + did(visit) + " for " + purpose(visit.context().purpose())
                + when(visit) + ".";
    }

    private static String did(Visit visit) {
        var sections = words(visit.sections());
        return switch (visit.kind()) {
            case DISCLOSURE -> sections.isEmpty() ? "looked, and no record was shown," : "looked at " + sections;
            case DENIAL -> "asked for " + (sections.isEmpty() ? "the record" : sections) + " and was refused,";
            case ADVICE -> "asked whether an assessment is needed";
            case WRITTEN -> wrote(visit);
            case LOOKUP -> "asked, and the gateway looked up who this is,";
            case SEARCH -> "searched";
            case SECURITY_EVENT ->
                visit.events().getFirst().fact() instanceof AuditFact.SecurityEvent event ? happened(event.kind()) : "";
        };
    }

    private static String happened(String kind) {
        return switch (kind) {
            case "BREAK_GLASS" -> "opened the record by breaking the glass";
            case "ORGANISATIONAL" -> "opened the record because their organisation knows the person";
            case "OWN_RECORD_OPENED_AS_STAFF" -> "opened their own record as staff";
            case "COLLEAGUES_RECORD_OPENED" -> "opened a colleague's record";
            case "OPENED_AGAINST_OBJECTION" ->
                "opened the record for an emergency, though the person objects to sharing";
            case "HOUSEHOLDS_RECORD_OPENED" -> "opened the record of somebody at their own address";
            default ->
                kind.endsWith("_REFUSED")
                        ? "asked for what is not theirs and was refused,"
                        : "asked, and a partner answered wrongly,";
        };
    }

    /** Each thing that was done, once. */
    private static String wrote(Visit visit) {
        return visit.events().stream()
                .map(AuditEvent::fact)
                .map(fact -> fact instanceof AuditFact.Written written ? wrote(written.action()) : "")
                .distinct()
                .sorted()
                .collect(Collectors.joining(" and "));
    }

    private static String wrote(String action) {
        if (action.equals(ExceptionalAccess.BREAK_GLASS.name())
                || action.equals(ExceptionalAccess.ORGANISATIONAL.name())) {
            return "stated why the record had to be opened though their team is not recorded as involved";
        }
        if (action.startsWith("REVIEW_")) {
            return "reviewed whether it was right that somebody opened the record";
        }
        return switch (action) {
            case "OBJECTION_RECORDED" -> "took down that the person objects to sharing";
            case "OBJECTION_WITHDRAWN" -> "took down that the person objects to sharing no more";
            default -> "wrote down here what is planned or was done about an assessment,";
        };
    }

    private static String when(Visit visit) {
        var from = TIME.format(visit.from());
        var to = TIME.format(visit.to());
        var times = visit.requests() == 1 ? "" : ", " + visit.requests() + " times";
        return times + (from.equals(to) ? " at " + from : " between " + from + " and " + to) + " on "
                + DAY.format(visit.to());
    }

    private static String words(List<Section> sections) {
        var words = sections.stream().map(AccessViews::words).toList();
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String words(Section section) {
        return switch (section) {
            case DEMOGRAPHICS -> "name, address and the like";
            case APPOINTMENTS -> "appointments";
            case CARE_PACKAGES -> "care packages";
            case REFERRALS -> "referrals";
            case ASSESSMENTS -> "assessments";
            case STAYS -> "hospital stays";
            case RELATIONSHIPS -> "family and carers";
            case INVOLVEMENTS -> "who is involved in the care";
        };
    }

    /** The codes of HL7 v3 ActReason; one that is not known stays as it is. */
    private static String purpose(String code) {
        return switch (code) {
            case "TREAT" -> "direct care";
            case "ETREAT" -> "emergency care";
            case "BTG" -> "an emergency in which the usual rules were set aside";
            case "HOPERAT" -> "the running of the service";
            case "HRESCH" -> "research";
            case "PATRQT" -> "the person's own request";
            default -> code;
        };
    }

    private static String role(String role) {
        return role.equals("GP") ? role : role.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static @Nullable NhsNumber number(PersonKey person) {
        return person.value().startsWith("nhs:")
                ? NhsNumber.parse(person.value().substring(4)).orElse(null)
                : null;
    }

    private static String outcome(AuditEvent event) {
        return switch (event.fact()) {
            case AuditFact.Disclosure _ -> "SHOWN";
            case AuditFact.Denial denial -> denial.reason();
            case AuditFact.Lookup lookup -> lookup.outcome();
            case AuditFact.Written written -> written.action();
            case AuditFact.Advice advice -> advice.decision();
            case AuditFact.Search search -> search.what();
            case AuditFact.SecurityEvent breach -> breach.kind();
            case AuditFact.Purged _ -> "PURGED";
        };
    }
}
