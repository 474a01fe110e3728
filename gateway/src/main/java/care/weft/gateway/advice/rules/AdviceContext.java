package care.weft.gateway.advice.rules;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is known beside the assessments themselves.
 *
 * @param identityConfirmed whether it is established who is meant
 * @param changes what happened; only of registers and of records whose link is confirmed, and nothing refused
 * @param sharingRefused whether the person refused that partners share anything
 * @param agreements on trusted assessors
 * @param partners how each partner answered; one that is not named answered
 * @param kindsNotConnected kinds of partner of which none is connected here
 * @param told kinds of event of which it would be known had they happened, for all who could tell were heard
 * @param refusesJoint whether the person refuses to be assessed by several at once
 */
public record AdviceContext(
        boolean identityConfirmed,
        List<Change> changes,
        boolean sharingRefused,
        Set<TrustAgreement> agreements,
        Map<String, PartnerState> partners,
        Set<String> kindsNotConnected,
        Set<EventKind> told,
        boolean refusesJoint) {

    public AdviceContext {
        changes = List.copyOf(changes);
        agreements = Set.copyOf(agreements);
        partners = Collections.unmodifiableMap(new TreeMap<>(partners));
        kindsNotConnected = Set.copyOf(kindsNotConnected);
        told = told.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(told));
    }

    /** Everybody answered, nothing happened, nothing is refused. */
    public static AdviceContext quiet() {
        return new AdviceContext(
                true, List.of(), false, Set.of(), Map.of(), Set.of(), EnumSet.allOf(EventKind.class), false);
    }

    /** Partners that may hold what nobody told of, by name. */
    List<String> unanswered() {
        return in(PartnerState::silent);
    }

    /** Partners that the caller's role may not see, by name. */
    List<String> withheld() {
        return in(state -> state == PartnerState.WITHHELD);
    }

    private List<String> in(Predicate<PartnerState> states) {
        return partners.entrySet().stream()
                .filter(partner -> states.test(partner.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether what another holds must not be known to this partner. */
    boolean hides(HeldAssessment held, String from) {
        return !held.partner().equals(from) && (sharingRefused || held.refused());
    }

    /** Whether there is one of these kinds of which no partner is connected. */
    boolean lacksOneOf(Collection<String> kinds) {
        return kinds.stream().anyMatch(kindsNotConnected::contains);
    }
}
