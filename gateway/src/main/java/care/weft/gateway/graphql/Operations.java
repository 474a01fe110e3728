package care.weft.gateway.graphql;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.UserToken;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.fanout.Operation;
import care.weft.spi.Deadline;
import care.weft.spi.PurposeOfUse;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import org.springframework.graphql.server.WebGraphQlRequest;

/** The operation that a GraphQL context carries. */
public final class Operations {

    private Operations() {}

    /**
     * Begins an operation. Called by the door, once per request, before execution.
     *
     * @param token that the caller came in with
     * @param anew whether every partner is to be asked, though its answer may be kept
     * @return ends it early: its partner calls are cancelled and it never answers. Running it again does nothing.
     */
    public static Runnable begin(
            WebGraphQlRequest request,
            Caller caller,
            UserToken token,
            PurposeOfUse purpose,
            Deadline deadline,
            AuditBatch audit,
            boolean anew) {
        var operation = new Operation(caller, token, purpose, deadline, audit, anew);
        operation.reason(AccessReason.read(request));
        request.configureExecutionInput((input, _) -> {
            var context = input.getGraphQLContext();
            context.put(Operation.class, operation);
            // One batch for all levels that lead to the same loader, instead of one per level.
            DataLoaderDispatchingContextKeys.setEnableDataLoaderExhaustedDispatching(context, true);
            return input;
        });
        return operation::abandon;
    }

    public static Operation of(GraphQLContext context) {
        Operation operation = context.get(Operation.class);
        if (operation == null) {
            throw new IllegalStateException("The door began no operation");
        }
        return operation;
    }
}
