package care.weft.gateway.graphql.section;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Caller;
import care.weft.gateway.access.Duty;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.person.PersonRefused;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import org.springframework.stereotype.Component;

/** Whose duty it is to assess: only they say that they are about to, or what they made of advice. A person is never asked to. */
@Component
final class Assessors {

    private final AccessPolicy policy;

    Assessors(AccessPolicy policy) {
        this.policy = policy;
    }

    boolean isOne(Caller caller) {
        return policy.may(caller, Duty.ASSESS);
    }

    /** A refusal, and its fact in the audit. */
    static PersonRefused refused(Operation operation, PersonKey person) {
        operation.audit().record(new AuditFact.Denial(person, "ROLE_DOES_NOT_ASSESS", Section.ASSESSMENTS));
        return new PersonRefused(
                PersonRefused.Reason.FORBIDDEN, "Only those whose role assesses people may announce assessments.");
    }
}
