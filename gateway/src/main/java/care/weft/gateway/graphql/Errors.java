package care.weft.gateway.graphql;

import care.weft.gateway.person.PersonRefused;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Optional;

/** Codes of the failures that have a name. */
public final class Errors {

    private Errors() {}

    static Map<String, Object> code(ErrorCode code) {
        return Map.of("code", code.name());
    }

    static ErrorCode codeOf(PersonRefused refused) {
        return switch (refused.reason()) {
            case FORBIDDEN -> ErrorCode.FORBIDDEN;
            case NO_RELATIONSHIP -> ErrorCode.NO_RELATIONSHIP;
            case OBJECTION -> ErrorCode.OBJECTION;
            case NOT_IN_SCOPE -> ErrorCode.NOT_IN_SCOPE;
            case TOO_MANY_PEOPLE -> ErrorCode.TOO_MANY_PEOPLE;
            case NO_SUCH_RECORD -> ErrorCode.NO_SUCH_RECORD;
            case PARTNER_DID_NOT_ANSWER -> ErrorCode.PARTNER_DID_NOT_ANSWER;
            case STORE_UNAVAILABLE -> ErrorCode.STORE_UNAVAILABLE;
        };
    }

    /** The code and what goes with it; empty for what is no fault of the caller's or the person's record. */
    private static Optional<Map<String, Object>> extensions(Throwable why) {
        return switch (why) {
            case PersonRefused refused -> Optional.of(code(codeOf(refused)));
            case BadArgument bad -> Optional.of(Map.of("code", bad.code().name(), "argument", bad.argument()));
            default -> Optional.empty();
        };
    }

    /** Whether one element of a list may fail of this alone. */
    public static boolean isOfOne(Throwable why) {
        return extensions(why).isPresent();
    }

    /** The error of one element of a list, which is then null and costs the others nothing. */
    public static GraphQLError ofOne(int place, DataFetchingEnvironment field, Throwable why) {
        var extensions = extensions(why).orElseThrow();
        return GraphqlErrorBuilder.newError(field)
                .path(field.getExecutionStepInfo().getPath().segment(place))
                .errorType(ErrorCode.valueOf(String.valueOf(extensions.get("code"))))
                .message("%s", why.getMessage())
                .extensions(extensions)
                .build();
    }
}
