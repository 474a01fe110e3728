package care.weft.gateway.advice.rules;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * An assessment that repeated an earlier one.
 *
 * @param sharedDomains what the earlier one had asked as deeply
 * @param share of its own domains, above 0 up to 1
 */
public record DuplicateAssessment(
        HeldAssessment assessment, DuplicateKind kind, Set<NeedsDomain> sharedDomains, double share) {

    public DuplicateAssessment {
        var copy = EnumSet.noneOf(NeedsDomain.class);
        copy.addAll(sharedDomains);
        sharedDomains = Collections.unmodifiableSet(copy);
    }
}
