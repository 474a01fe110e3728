package care.weft.gateway.advice.rules;

import care.weft.spi.model.AssessmentStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an earlier assessment may count for another. The first test that fails names the reason. What sharing was refused for
 * does not come here: it is dropped before.
 */
final class Usability {

    private static final Comparator<Change> EARLIEST = Comparator.comparing(
                    Change::earliest, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(change -> change.kind().name());

    private final Catalogue catalogue;
    private final AdviceContext context;

    Usability(Catalogue catalogue, AdviceContext context) {
        this.catalogue = catalogue;
        this.context = context;
    }

    /** The row of an assessment's instrument; empty where that is not known. */
    Optional<AssessmentInstrument> known(HeldAssessment held) {
        return Optional.ofNullable(held.instrument()).flatMap(catalogue::find);
    }

    Verdict of(HeldAssessment held, Wanted wanted) {
        if (held.status() != AssessmentStatus.COMPLETED) {
            return Verdict.of(EvidenceReason.NOT_COMPLETED);
        }
        var known = known(held).orElse(null);
        if (known == null) {
            return Verdict.of(EvidenceReason.UNKNOWN_INSTRUMENT);
        }
        var record = record(held, known, wanted);
        if (record != null) {
            return Verdict.of(record);
        }
        var date = held.date();
        if (date == null) {
            return Verdict.of(EvidenceReason.UNDATED);
        }
        if (date.isAfter(wanted.on())) {
            return Verdict.of(EvidenceReason.FUTURE);
        }
        return dated(held, date, known, wanted);
    }

    private static @Nullable EvidenceReason record(HeldAssessment held, AssessmentInstrument known, Wanted wanted) {
        if (!held.subject(known).isSameAs(wanted.subject())) {
            return EvidenceReason.OTHER_SUBJECT;
        }
        return held.confirmed() ? null : EvidenceReason.LINK_NOT_CONFIRMED;
    }

    private Verdict dated(HeldAssessment held, LocalDate date, AssessmentInstrument known, Wanted wanted) {
        if (known.reuseClass() == ReuseClass.NEVER) {
            return Verdict.of(EvidenceReason.CLASS_NEVER);
        }
        if (known.reuseClass() == ReuseClass.STATUTORY_EQUIVALENT) {
            return Verdict.of(EvidenceReason.CLASS_STATUTORY_EQUIVALENT);
        }
        if (!mayBeSatisfiedBy(wanted.instrument(), known)) {
            return Verdict.of(EvidenceReason.OTHER_FAMILY);
        }
        if (ChronoUnit.DAYS.between(date, wanted.on()) > days(held, known, wanted)) {
            return Verdict.of(EvidenceReason.EXPIRED);
        }
        var change = change(date, known, wanted);
        if (change.isPresent()) {
            return new Verdict(EvidenceReason.CHANGED, change.get().kind());
        }
        return placed(held, known, wanted);
    }

    private Verdict placed(HeldAssessment held, AssessmentInstrument known, Wanted wanted) {
        boolean bound = known.settingBound() || wanted.instrument().settingBound();
        if (bound && (held.setting() == null || held.setting() != wanted.setting())) {
            return Verdict.of(EvidenceReason.SETTING);
        }
        if (known.reuseClass() == ReuseClass.TRUSTED_ASSESSOR
                && !held.partner().equals(wanted.partner())
                && !context.agreements().contains(new TrustAgreement(held.partner(), wanted.partner()))) {
            return Verdict.of(EvidenceReason.NO_TRUST_AGREEMENT);
        }
        if (known.reuseClass() == ReuseClass.EVIDENCE_ONLY && !wanted.repeat()) {
            return Verdict.of(EvidenceReason.EVIDENCE_ONLY);
        }
        return Verdict.OK;
    }

    static boolean mayBeSatisfiedBy(AssessmentInstrument wanted, AssessmentInstrument other) {
        return switch (wanted.satisfiedBy()) {
            case DOMAIN -> true;
            case FAMILY -> wanted.family().equals(other.family());
        };
    }

    /** The stricter of the two instruments' periods. */
    private static int days(HeldAssessment held, AssessmentInstrument known, Wanted wanted) {
        return Math.min(
                known.validity().days(held.setting(), held.risk()),
                wanted.instrument().validity().days(wanted.setting(), null));
    }

    /** The earliest, then by name, of what either instrument takes for a change. */
    private Optional<Change> change(LocalDate since, AssessmentInstrument known, Wanted wanted) {
        return context.changes().stream()
                .filter(change -> counts(change.kind(), known, wanted) && change.mayBeWithin(since, wanted.on()))
                .min(EARLIEST);
    }

    private static boolean counts(EventKind event, AssessmentInstrument known, Wanted wanted) {
        return known.invalidatedBy().contains(event)
                || wanted.instrument().invalidatedBy().contains(event);
    }

    /** Whether such an event, had it happened since, would make it count no more. */
    boolean isChangedBy(EventKind event, HeldAssessment held, Wanted wanted) {
        return known(held).filter(known -> counts(event, known, wanted)).isPresent();
    }
}
