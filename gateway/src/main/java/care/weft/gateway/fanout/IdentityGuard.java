package care.weft.gateway.fanout;

import care.weft.spi.Subject;
import care.weft.spi.model.Entry;
import java.util.List;

/** Checks that every entry belongs to the person asked for, by what the entry itself says. */
final class IdentityGuard {

    private IdentityGuard() {}

    /** Whether each entry states an owner, and no entry states anyone but the subject. */
    static boolean allBelongTo(Subject subject, List<Entry> entries) {
        return entries.stream().allMatch(entry -> belongsTo(subject, entry));
    }

    private static boolean belongsTo(Subject subject, Entry entry) {
        var owner = entry.source().owner();
        boolean sameNumber = owner.nhsNumber() != null && owner.nhsNumber().equals(subject.nhsNumber());
        boolean sameLocalId = owner.localId() != null && owner.localId().equals(subject.localId());
        boolean otherNumber = owner.nhsNumber() != null && subject.nhsNumber() != null && !sameNumber;
        boolean otherLocalId = owner.localId() != null && subject.localId() != null && !sameLocalId;
        return (sameNumber || sameLocalId) && !otherNumber && !otherLocalId;
    }
}
