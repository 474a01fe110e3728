package care.weft.gateway.graphql.section;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.person.PersonRefused;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumSet;
import java.util.Set;

/** Who assesses: only they say that they are about to, or what they made of advice. A person is never asked to. */
final class Assessors {

    private static final Set<CallerRole> ROLES = EnumSet.of(
            CallerRole.GP,
            CallerRole.OUT_OF_HOURS_CLINICIAN,
            CallerRole.NURSE,
            CallerRole.THERAPIST,
            CallerRole.SOCIAL_WORKER,
            CallerRole.MENTAL_HEALTH_PRACTITIONER,
            CallerRole.DISCHARGE_COORDINATOR);

    private Assessors() {}

    static boolean isOne(Caller caller) {
        return caller.roles().stream().anyMatch(ROLES::contains);
    }

    /** A refusal, and its fact in the audit. */
    static PersonRefused refused(Operation operation, PersonKey person) {
        operation.audit().record(new AuditFact.Denial(person, "ROLE_DOES_NOT_ASSESS", Section.ASSESSMENTS));
        return new PersonRefused(
                PersonRefused.Reason.FORBIDDEN, "Only those whose role assesses people may announce assessments.");
    }
}
