package care.weft.demographics;

import care.weft.fhir.FhirReply;
import org.jspecify.annotations.Nullable;

/** Why the register has nobody to tell about. It says either by a 404 with one of Spine's codes. */
enum Absence {
    /** Nobody has this number. */
    NOT_FOUND,
    /** The number was withdrawn, and no other has taken its place. */
    INVALIDATED;

    /** Null when the answer is none of these: a 404 with another code, or with none, says nothing about a person. */
    static @Nullable Absence of(FhirReply reply) {
        var outcome = reply.outcome();
        if (reply.status() != 404 || outcome == null) {
            return null;
        }
        if (outcome.has("INVALIDATED_RESOURCE")) {
            return INVALIDATED;
        }
        return outcome.has("RESOURCE_NOT_FOUND") ? NOT_FOUND : null;
    }
}
