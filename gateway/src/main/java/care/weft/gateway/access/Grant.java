package care.weft.gateway.access;

import care.weft.spi.model.Confidentiality;
import java.util.Set;

/**
 * What one of the caller's roles gives them of a section at a partner.
 *
 * @param relationship by which
 * @param scope which records
 * @param withheld what is not shown of them
 * @param labels which a record may bear: one with another is not shown
 */
public record Grant(
        CallerRole role,
        LegitimateRelationship relationship,
        RecordScope scope,
        Set<SensitiveField> withheld,
        Set<Confidentiality> labels) {

    public Grant {
        withheld = Set.copyOf(withheld);
        labels = Set.copyOf(labels);
    }

    /** One for records without labels. */
    public Grant(
            CallerRole role, LegitimateRelationship relationship, RecordScope scope, Set<SensitiveField> withheld) {
        this(role, relationship, scope, withheld, Set.of());
    }
}
