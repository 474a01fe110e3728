package care.weft.gateway.access;

import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.Section;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the access rules say. Anything but a permit denies. */
public sealed interface Decision {

    /**
     * Allowed.
     *
     * @param grants at least one. What was read for some is never shown to a caller who has others. Each record is shown by
     *     those grants that are about it: without what all of these withhold
     */
    record Permit(List<Grant> grants) implements Decision {

        public Permit {
            grants = List.copyOf(grants);
            if (grants.isEmpty()) {
                throw new IllegalArgumentException("A permit rests on a grant");
            }
        }

        /** Whether one grant alone shows every record whole that bears no label. */
        public boolean isWhole() {
            return grants.stream()
                    .anyMatch(grant ->
                            grant.scope() == RecordScope.ALL && grant.withheld().isEmpty());
        }

        /** Whether records may be left out that the partner holds. */
        public boolean isScoped() {
            return grants.stream().noneMatch(grant -> grant.scope() == RecordScope.ALL);
        }

        /** Labels with which no record of a section is shown. Who a person is, is told whatever label their details bear. */
        public Set<Confidentiality> withheldLabels(Section section) {
            if (section == Section.DEMOGRAPHICS) {
                return Set.of();
            }
            var withheld = EnumSet.allOf(Confidentiality.class);
            grants.forEach(grant -> withheld.removeAll(grant.labels()));
            return withheld;
        }

        /** What no grant shows. */
        public Set<SensitiveField> withheld() {
            var withheld = EnumSet.allOf(SensitiveField.class);
            grants.forEach(grant -> withheld.retainAll(grant.withheld()));
            return withheld;
        }
    }

    /** Not allowed, and why: for the audit and for a message that names no one. */
    record Deny(DenialReason reason) implements Decision {}
}
