package care.weft.gateway.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asked, for whom, why and with which operation: the same for every fact of one operation. {@link #toString()} names the
 * request only.
 *
 * @param requestId of the HTTP request, or of the subscription
 * @param callerId the caller as their issuer knows them
 * @param callerName to show to the person whose record it is; null when the token has none
 * @param issuer of the caller's token
 * @param roles in the words of the policy; may be empty
 * @param organisation code of the organisation that the caller acts for; null when there is none
 * @param purpose of use
 * @param operationName of the GraphQL operation; null for an anonymous one
 * @param fields that were asked for, by their names in the schema alone; null where another event of the same request and kind
 *     says it, where nothing was asked by a document, and in events from before this was kept
 */
public record AuditContext(
        String requestId,
        String callerId,
        @Nullable String callerName,
        String issuer,
        List<String> roles,
        @Nullable String organisation,
        String purpose,
        @Nullable String operationName,
        @Nullable String fields) {

    public AuditContext {
        roles = List.copyOf(roles);
    }

    /** The same under a name that its document gives; one that the client gave stays. */
    AuditContext named(String name) {
        return operationName != null
                ? this
                : new AuditContext(requestId, callerId, callerName, issuer, roles, organisation, purpose, name, fields);
    }

    AuditContext asking(@Nullable String asked) {
        return new AuditContext(
                requestId, callerId, callerName, issuer, roles, organisation, purpose, operationName, asked);
    }

    @Override
    public String toString() {
        return "AuditContext[" + requestId + "]";
    }
}
