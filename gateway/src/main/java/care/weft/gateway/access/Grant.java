package care.weft.gateway.access;

import java.util.Set;

/**
 * What one of the caller's roles gives them of a section at a partner.
 *
 * @param relationship by which
 * @param scope which records
 * @param withheld what is not shown of them
 */
public record Grant(
        CallerRole role, LegitimateRelationship relationship, RecordScope scope, Set<SensitiveField> withheld) {

    public Grant {
        withheld = Set.copyOf(withheld);
    }
}
