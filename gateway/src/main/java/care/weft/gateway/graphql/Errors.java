package care.weft.gateway.graphql;

import care.weft.gateway.person.PersonRefused;
import java.util.Map;

/** Codes of the failures that have a name. */
final class Errors {

    private Errors() {}

    static Map<String, Object> code(ErrorCode code) {
        return Map.of("code", code.name());
    }

    static ErrorCode codeOf(PersonRefused refused) {
        return switch (refused.reason()) {
            case FORBIDDEN -> ErrorCode.FORBIDDEN;
            case NOT_IN_SCOPE -> ErrorCode.NOT_IN_SCOPE;
            case TOO_MANY_PEOPLE -> ErrorCode.TOO_MANY_PEOPLE;
            case NO_SUCH_RECORD -> ErrorCode.NO_SUCH_RECORD;
            case PARTNER_DID_NOT_ANSWER -> ErrorCode.PARTNER_DID_NOT_ANSWER;
        };
    }
}
