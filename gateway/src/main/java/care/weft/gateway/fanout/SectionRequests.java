package care.weft.gateway.fanout;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.partner.Partner;
import care.weft.spi.Endpoint;
import care.weft.spi.JointReads;
import care.weft.spi.LocateRequest;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Words requests to adapters: always for a section's whole standard window as of today. */
@Component
final class SectionRequests {

    private final AccessPolicy policy;
    private final Clock clock;

    SectionRequests(AccessPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    SectionRequest of(
            Operation operation,
            Authority authority,
            Partner partner,
            Section section,
            List<Subject> subjects,
            Endpoint endpoint) {
        var window = partner.profile().sections().get(section);
        if (window == null) {
            throw new IllegalStateException("Asked for a section that the partner does not offer");
        }
        return new SectionRequest(
                section,
                subjects,
                window.on(LocalDate.now(clock.withZone(Moment.LONDON))),
                endpoint,
                operation.actor(authority),
                operation.purpose(),
                operation.deadline(),
                joint(operation, authority, partner));
    }

    LocateRequest locate(
            Operation operation, Authority authority, Partner partner, PersonKey person, NhsNumber nhsNumber) {
        return new LocateRequest(
                person,
                nhsNumber,
                partner.endpoint(),
                operation.actor(authority),
                operation.purpose(),
                operation.deadline(),
                joint(operation, authority, partner));
    }

    /** Asked of a register under the gateway's own authority, for any who wait for it; but registers want to know for whom. */
    LocateRequest trace(Operation operation, Partner register, PersonKey person, NhsNumber nhsNumber) {
        return new LocateRequest(
                person,
                nhsNumber,
                register.endpoint(),
                operation.actor(Authority.USER),
                operation.purpose(),
                operation.deadline());
    }

    private JointReads joint(Operation operation, Authority authority, Partner partner) {
        return operation.reads(
                partner,
                authority,
                () -> new OperationReads((person, section) -> isReadToo(operation, partner, person, section)));
    }

    /** Whether another section of a person is read here by the same operation. Whether it may be is decided for each by itself. */
    private boolean isReadToo(Operation operation, Partner partner, PersonKey person, Section other) {
        return operation.isAsked(person, other)
                && partner.profile().offers(other)
                && policy.read(operation.toRead(operation.identified(person), partner, other))
                        instanceof Decision.Permit;
    }

    SectionRequest ofOne(Operation operation, Partner partner, Section section, PersonKey person, LocalId localId) {
        return of(
                operation,
                Authority.USER,
                partner,
                section,
                List.of(new Subject(person, null, localId)),
                partner.endpoint());
    }
}
