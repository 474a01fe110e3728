package care.weft.gateway.graphql;

import care.weft.gateway.advice.AdviceStoreUnavailableException;
import care.weft.gateway.audit.AuditUnavailableException;
import care.weft.gateway.person.PersonRefused;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns what a resolver threw into an error with a stable code and a plain sentence; nothing of a defect reaches the client. */
@Component
final class FieldErrors implements DataFetcherExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(FieldErrors.class);

    @Override
    public Mono<List<GraphQLError>> resolveException(Throwable thrown, DataFetchingEnvironment field) {
        var cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return Mono.just(List.of(
                switch (cause) {
                    case BadArgument bad -> error(field, bad.code(), bad, Map.of("argument", bad.argument()));
                    case NotYourDuty refused -> error(field, ErrorCode.FORBIDDEN, refused, Map.of());
                    case PersonRefused refused -> error(field, Errors.codeOf(refused), refused, Map.of());
                    case AdviceStoreUnavailableException unreadable ->
                        error(field, ErrorCode.STORE_UNAVAILABLE, unreadable, Map.of());
                    case AuditUnavailableException late -> error(field, ErrorCode.AUDIT_UNAVAILABLE, late, Map.of());
                    // The client has left, or the operation is over: nobody reads this, and it is no news.
                    case CancellationException left -> internal(field);
                    case AbortExecutionException over -> internal(field);
                    default -> {
                        log.error(
                                "Resolver of {} failed with {}",
                                field.getExecutionStepInfo()
                                        .getPath()
                                        .toString()
                                        .replaceAll("\\[\\d+]", ""),
                                Defect.describe(cause));
                        yield internal(field);
                    }
                }));
    }

    private static GraphQLError error(
            DataFetchingEnvironment field, ErrorCode code, RuntimeException why, Map<String, Object> more) {
        var extensions = new HashMap<String, Object>(more);
        extensions.put("code", code.name());
        return GraphqlErrorBuilder.newError(field)
                .errorType(code)
                .message("%s", why.getMessage())
                .extensions(extensions)
                .build();
    }

    private static GraphQLError internal(DataFetchingEnvironment field) {
        return GraphqlErrorBuilder.newError(field)
                .errorType(ErrorCode.INTERNAL)
                .message("The gateway could not answer this field. The request id leads its operator to the reason.")
                .extensions(Errors.code(ErrorCode.INTERNAL))
                .build();
    }
}
