package care.weft.gateway.advice.rules;

import java.util.ArrayList;
import java.util.List;

/** What decides before anything that was done is looked at. */
final class Gates {

    private Gates() {}

    /** All that fire, the one that wins first; empty where none does. */
    static List<AdviceReason> of(Asked asked, AdviceContext context) {
        var gates = new ArrayList<AdviceReason>();
        Deaths.of(context.changes()).ifPresent(gates::add);
        if (!context.identityConfirmed()) {
            gates.add(AdviceReason.IDENTITY_NOT_CONFIRMED);
        }
        if (asked.instrument().neverReusable()) {
            gates.add(AdviceReason.NEVER_REUSABLE);
        }
        if (asked.intent().reason() != AssessmentReason.ROUTINE) {
            gates.add(AdviceReason.URGENT);
        }
        if (asked.intent().personWantsFresh()) {
            gates.add(AdviceReason.PERSON_ASKED);
        }
        return List.copyOf(gates);
    }
}
