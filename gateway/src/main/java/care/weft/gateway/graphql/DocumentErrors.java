package care.weft.gateway.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.language.SourceLocation;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Words the errors of a document or its variables. graphql-java repeats literals in them, and a literal may be somebody's NHS
 * number: what is said here names the place and the remedy, never the value.
 */
@Component
final class DocumentErrors implements WebGraphQlInterceptor {

    /** What our own scalars say of wrong input begins so. */
    private static final String REMEDY = "it must be ";

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9][0-9 -]{5,}");
    private static final Pattern ARGUMENT = Pattern.compile("argument '([_A-Za-z][_0-9A-Za-z.]*)'");
    private static final Pattern VARIABLE = Pattern.compile("^Variable '([_A-Za-z][_0-9A-Za-z]*)'");

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(DocumentErrors::reword);
    }

    private static WebGraphQlResponse reword(WebGraphQlResponse response) {
        var errors = response.getExecutionResult().getErrors();
        if (errors.stream().noneMatch(DocumentErrors::isUnworded)) {
            return response;
        }
        List<GraphQLError> worded = errors.stream()
                .map(error -> isUnworded(error) ? reword(error) : error)
                .toList();
        return response.transform(answer -> answer.errors(worded));
    }

    private static boolean isUnworded(GraphQLError error) {
        return error.getExtensions() == null || !error.getExtensions().containsKey("code");
    }

    private static GraphQLError reword(GraphQLError error) {
        var code = isValue(error) ? ErrorCode.INVALID_ARGUMENT : ErrorCode.INVALID_DOCUMENT;
        return GraphqlErrorBuilder.newError()
                .message("%s", sentence(error))
                .errorType(code)
                .locations(locations(error))
                .extensions(Errors.code(code))
                .build();
    }

    private static List<SourceLocation> locations(GraphQLError error) {
        var locations = error.getLocations();
        return locations == null ? List.of() : locations;
    }

    private static boolean isValue(GraphQLError error) {
        return error instanceof CoercingParseValueException
                || (error instanceof ValidationError invalid
                        && invalid.getValidationErrorType() == ValidationErrorType.WrongType)
                || VARIABLE.matcher(text(error)).find();
    }

    private static String sentence(GraphQLError error) {
        var text = text(error);
        if (error instanceof InvalidSyntaxError) {
            return "The document cannot be parsed" + place(locations(error)) + ".";
        }
        if (isValue(error)) {
            return subject(text) + " is not a valid value of its type" + remedy(text) + ".";
        }
        return LONG_NUMBER.matcher(text).replaceAll("…");
    }

    private static String subject(String text) {
        var variable = VARIABLE.matcher(text);
        if (variable.find()) {
            return "Variable '" + variable.group(1) + "'";
        }
        var argument = ARGUMENT.matcher(text);
        return argument.find() ? "Argument '" + argument.group(1) + "'" : "A value";
    }

    private static String remedy(String text) {
        int begin = text.lastIndexOf(REMEDY);
        return begin < 0 ? "" : ": " + text.substring(begin);
    }

    private static String place(List<SourceLocation> locations) {
        return locations.isEmpty()
                ? ""
                : " at line " + locations.getFirst().getLine() + ", column "
                        + locations.getFirst().getColumn();
    }

    private static String text(GraphQLError error) {
        return error.getMessage() == null ? "" : error.getMessage();
    }
}
