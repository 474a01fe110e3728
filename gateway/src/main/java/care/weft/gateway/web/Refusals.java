package care.weft.gateway.web;

import care.weft.gateway.graphql.ErrorCode;
import graphql.ExecutionResultImpl;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;

/** Answers that hold no data. */
final class Refusals {

    private Refusals() {}

    static WebGraphQlResponse of(WebGraphQlRequest request, ErrorCode code, String sentence) {
        var error = GraphqlErrorBuilder.newError()
                .errorType(code)
                .message("%s", sentence)
                .extensions(Map.of("code", code.name()))
                .build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                request.toExecutionInput(),
                ExecutionResultImpl.newExecutionResult()
                        .data(null)
                        .addError(error)
                        .build()));
    }
}
