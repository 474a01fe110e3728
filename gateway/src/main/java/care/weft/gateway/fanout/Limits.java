package care.weft.gateway.fanout;

import care.weft.gateway.access.Decision;
import care.weft.gateway.access.SensitiveField;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Section;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much of a partner's answer the access rules let the caller see. Never depends on what the partner holds.
 *
 * @param scoped whether records may be left out
 * @param withheld what no record shows
 * @param labels with which no record is shown
 */
public record Limits(boolean scoped, Set<SensitiveField> withheld, Set<Confidentiality> labels) {

    /** All of it. */
    public static final Limits NONE = new Limits(false, Set.of(), Set.of());

    private static final Set<SensitiveField> ABOUT = EnumSet.of(
            SensitiveField.ASSESSMENT_KIND, SensitiveField.APPOINTMENT_CONTENT, SensitiveField.REFERRAL_REASON);

    public Limits {
        withheld = Set.copyOf(withheld);
        labels = Set.copyOf(labels);
    }

    static Limits of(Decision.Permit permit, Section section) {
        return new Limits(permit.isScoped(), permit.withheld(), permit.withheldLabels(section));
    }

    /** Whether there may be a record of which it cannot be told that it exists, or what it is about. */
    public boolean hidesRecords() {
        return leavesOut() || withheld.stream().anyMatch(ABOUT::contains);
    }

    /** Whether there may be a record that is left out, and that others see by this gateway. */
    public boolean leavesOut() {
        return scoped || leavesOutLabelled();
    }

    /** Whether it may be left out for its label. What is very restricted does not count: it is for the partner's own system. */
    public boolean leavesOutLabelled() {
        return labels.stream().anyMatch(label -> label != Confidentiality.VERY_RESTRICTED);
    }

    /** Whether all records of the section that bear no label are shown, each of them whole. */
    public boolean isNone() {
        return !scoped && withheld.isEmpty();
    }
}
