package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.Grant;
import care.weft.gateway.access.RecordScope;
import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.partner.Partner;
import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CareRecord;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.Entry;
import care.weft.spi.model.Involvement;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Referral;
import care.weft.spi.model.Relationship;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes out of an answer what the caller's grants do not show, the same way whatever the answer is made into afterwards. */
final class Redaction {

    private final Decision.Permit permit;
    private final List<Organisation> own;

    private Redaction(Decision.Permit permit, Caller caller) {
        this.permit = permit;
        this.own = caller.actsFor();
    }

    /** What the caller may see of an answer. */
    static SourceAnswer of(SourceAnswer answer, Decision.Permit permit, Caller caller) {
        return new Redaction(permit, caller).limit(answer);
    }

    /** The same without what is not shown because of labels, whatever else is. */
    static SourceAnswer withoutLabelled(SourceAnswer answer, Decision decision) {
        return answer.limited(
                answer.entries().stream()
                        .filter(entry -> showsSo(decision, labels(entry)))
                        .toList(),
                answer.unread().stream()
                        .filter(labels -> showsSo(decision, labels))
                        .toList(),
                answer.limits());
    }

    private static boolean showsSo(Decision decision, Set<Confidentiality> labels) {
        return labels.isEmpty()
                || (decision instanceof Decision.Permit(var grants)
                        && grants.stream().anyMatch(grant -> grant.labels().containsAll(labels)));
    }

    private SourceAnswer limit(SourceAnswer answer) {
        if (permit.isWhole()
                && answer.entries().stream().allMatch(entry -> labels(entry).isEmpty())) {
            return told(answer, answer.entries());
        }
        var shown = new ArrayList<Entry>(answer.entries().size());
        for (var entry : answer.entries()) {
            var grants = permit.grants().stream()
                    .filter(grant -> grant.labels().containsAll(labels(entry)))
                    .filter(grant -> isAbout(grant.scope(), entry, answer.partner()))
                    .toList();
            if (!grants.isEmpty()) {
                shown.add(Blanks.in(entry, withheldByAll(grants)));
            }
        }
        return told(answer, shown);
    }

    /** That a record cannot be read is told to those alone who might see it. */
    private SourceAnswer told(SourceAnswer answer, List<Entry> shown) {
        var unread = answer.unread().stream()
                .filter(labels -> showsSo(permit, labels))
                .toList();
        return answer.limited(shown, unread, Limits.of(permit, answer.section()));
    }

    /** A label on a person's details keeps back where they are, and not who they are. */
    private static Set<Confidentiality> labels(Entry entry) {
        return switch (entry) {
            case Demographics _ -> Set.of();
            case CareRecord _, Involvement _, Relationship _ -> entry.source().labels();
        };
    }

    private static Set<SensitiveField> withheldByAll(List<Grant> grants) {
        var withheld = EnumSet.allOf(SensitiveField.class);
        grants.forEach(grant -> withheld.retainAll(grant.withheld()));
        return withheld;
    }

    private boolean isAbout(RecordScope scope, Entry entry, Partner partner) {
        return switch (scope) {
            case ALL -> true;
            case OWN_SERVICE -> services(entry, partner).anyMatch(this::isOwn);
            case DELIVERED -> entry instanceof CarePackage carePackage && isOwn(deliverer(carePackage, partner));
        };
    }

    /** Whose an entry is; nobody's, where it is not care. */
    private static Stream<Organisation> services(Entry entry, Partner partner) {
        return switch (entry) {
            case Referral referral ->
                Stream.of(
                        orPartner(referral.organisation(), partner),
                        orPartner(referral.from(), partner),
                        orPartner(referral.to(), partner));
            case CarePackage carePackage ->
                Stream.of(orPartner(carePackage.organisation(), partner), deliverer(carePackage, partner));
            case CareRecord record -> Stream.of(orPartner(record.organisation(), partner));
            case Involvement involvement -> Stream.of(orPartner(involvement.organisation(), partner));
            case Demographics _, Relationship _ -> Stream.empty();
        };
    }

    private static Organisation deliverer(CarePackage carePackage, Partner partner) {
        return carePackage.provider() != null ? carePackage.provider() : orPartner(carePackage.organisation(), partner);
    }

    private static Organisation orPartner(@Nullable Organisation organisation, Partner partner) {
        return organisation != null ? organisation : new Organisation(partner.odsCode(), partner.name());
    }

    /** By code where both have one; names are not the same only because they read alike. */
    private boolean isOwn(Organisation organisation) {
        return own.stream().anyMatch(mine -> isSame(mine, organisation));
    }

    private static boolean isSame(Organisation one, Organisation other) {
        return (one.odsCode() == null || other.odsCode() == null)
                ? one.name().equalsIgnoreCase(other.name())
                : one.odsCode().equalsIgnoreCase(other.odsCode());
    }
}
