package care.weft.gateway.graphql.section;

import care.weft.gateway.graphql.BadArgument;
import org.jspecify.annotations.Nullable;

/** Something that the user can mend. Names the field where it is one, and never repeats its value. */
record Problem(ProblemCode code, String message, @Nullable String field) {

    /** What is wrong. */
    enum ProblemCode {
        /** A field holds what it must not. */
        INVALID_ARGUMENT,
        /** The key was used for another announcement. */
        KEY_USED,
        /** It is not established who is meant. */
        IDENTITY_NOT_CONFIRMED,
        /** The person's death is recorded. */
        PERSON_DIED,
        /** There is none with this id that the caller may change. */
        NOT_FOUND,
        /** It was done, withdrawn or over before. */
        NOT_OPEN,
        /** It is kept, but those of others could not be read. */
        OTHERS_NOT_KNOWN
    }

    static Problem of(BadArgument bad) {
        return new Problem(ProblemCode.INVALID_ARGUMENT, String.valueOf(bad.getMessage()), bad.argument());
    }

    static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, null);
    }
}
