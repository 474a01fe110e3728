package care.weft.gateway.fanout;

import care.weft.gateway.access.Decision;
import care.weft.gateway.access.SensitiveField;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much of a partner's answer the access rules let the caller see. Never depends on what the partner holds.
 *
 * @param scoped whether records may be left out
 * @param withheld what no record shows
 */
public record Limits(boolean scoped, Set<SensitiveField> withheld) {

    /** All of it. */
    public static final Limits NONE = new Limits(false, Set.of());

    private static final Set<SensitiveField> ABOUT = EnumSet.of(
            SensitiveField.ASSESSMENT_KIND, SensitiveField.APPOINTMENT_CONTENT, SensitiveField.REFERRAL_REASON);

    public Limits {
        withheld = Set.copyOf(withheld);
    }

    static Limits of(Decision.Permit permit) {
        return permit.isWhole() ? NONE : new Limits(permit.isScoped(), permit.withheld());
    }

    /** Whether there may be a record of which it cannot be told that it exists, or what it is about. */
    public boolean hidesRecords() {
        return scoped || withheld.stream().anyMatch(ABOUT::contains);
    }

    /** Whether all records of the section are shown, each of them whole. */
    public boolean isNone() {
        return !scoped && withheld.isEmpty();
    }
}
