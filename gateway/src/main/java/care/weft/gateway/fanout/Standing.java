package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.Grant;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.RecordScope;
import care.weft.gateway.partner.Partner;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Organisation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what standing somebody reads: one answer serves two callers only where all of this is the same.
 *
 * @param permit on what the right to read it rests
 * @param organisation the caller's employer, whom some partners are told; null when not known
 * @param authority in whose name it is asked
 * @param user the caller, where the partner must see who asks; null where it sees the gateway alone
 */
record Standing(
        Decision.Permit permit,
        PurposeOfUse purpose,
        Authority authority,
        @Nullable Organisation organisation,
        @Nullable Caller user) {

    /** The gateway's own: what is read in it is never shown, and never taken for what somebody may see. */
    static Standing ofGateway(Operation operation) {
        return new Standing(
                new Decision.Permit(List.of(
                        new Grant(CallerRole.OPERATOR, LegitimateRelationship.NONE, RecordScope.ALL, Set.of()))),
                operation.purpose(),
                Authority.GATEWAY,
                null,
                null);
    }

    static Standing of(Operation operation, Partner partner, Decision.Permit permit) {
        var caller = operation.caller();
        return new Standing(
                permit,
                operation.purpose(),
                Authority.USER,
                caller.employer(),
                partner.profile().identity() == PresentedIdentity.USER ? caller : null);
    }
}
