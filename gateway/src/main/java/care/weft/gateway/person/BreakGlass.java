package care.weft.gateway.person;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.DenialReason;
import care.weft.gateway.access.Duty;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.fanout.Identified;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.fanout.RelationshipSettings;
import care.weft.gateway.store.ExceptionalAccessRow;
import care.weft.gateway.store.ExceptionalAccessRows;
import care.weft.gateway.store.StoreException;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PersonKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Records opened without the caller's team being involved in the person's care: for a stated reason, of one person, for a limited
 * time, in the audit before anything is shown, and reviewed.
 */
@Component
public final class BreakGlass {

    private final AccessPolicy policy;
    private final ExceptionalAccessRows rows;
    private final AuditLog auditLog;
    private final RelationshipSettings settings;
    private final PersonSeal seal;
    private final SecurityAlerts alerts;
    private final Clock clock;

    BreakGlass(
            AccessPolicy policy,
            ExceptionalAccessRows rows,
            AuditLog auditLog,
            PersonSeal seal,
            SecurityAlerts alerts,
            RelationshipSettings settings,
            Clock clock) {
        this.seal = seal;
        this.alerts = alerts;
        this.policy = policy;
        this.rows = rows;
        this.auditLog = auditLog;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens one person's record to the caller for a limited time. No partner is asked.
     *
     * @return what was opened, when it is durable; {@link PersonRefused} for who may not, and while it cannot be written
     */
    public Mono<Opening> open(Operation operation, NhsNumber nhsNumber, String reason) {
        var person = PersonKey.of(nhsNumber);
        var denied = policy.may(operation.caller(), Duty.BREAK_GLASS)
                ? policy.open(operation.caller(), person, operation.purpose())
                : new Decision.Deny(DenialReason.NO_ROLE);
        if (denied instanceof Decision.Deny(var why)) {
            operation.audit().record(new AuditFact.Denial(person, why.name(), null));
            return Mono.error(new PersonRefused(
                    PersonRefused.Reason.FORBIDDEN, "None of your roles may open a record without a relationship."));
        }
        return add(operation, person, ExceptionalAccess.BREAK_GLASS, reason, settings.breakGlass())
                .map(row -> Opening.of(row, List.of(), seal))
                .onErrorMap(StoreException.class, _ -> PersonRefused.storeUnavailable());
    }

    /** Whether the caller has opened this person's record so, and it is open still. */
    Mono<Boolean> isOpen(Operation operation, Identified person) {
        return current(operation, person, ExceptionalAccess.BREAK_GLASS);
    }

    /** Takes down, once in a session, that somebody opens a record because their organisation knows the person. */
    Mono<Void> byOrganisation(Operation operation, Identified person, String reason) {
        return current(operation, person, ExceptionalAccess.ORGANISATIONAL)
                .flatMap(known -> known
                        ? Mono.empty()
                        : add(operation, person.person(), ExceptionalAccess.ORGANISATIONAL, reason, settings.session())
                                .then());
    }

    private Mono<Boolean> current(Operation operation, Identified person, ExceptionalAccess kind) {
        var keys = Stream.of(person.person(), person.asked())
                .distinct()
                .map(seal::seal)
                .toList();
        return rows.open(operation.caller().issuer(), operation.caller().id(), keys, clock.instant())
                .any(row -> row.kind().equals(kind.name()));
    }

    /** In the audit first, and told to whoever watches it. */
    private Mono<ExceptionalAccessRow> add(
            Operation operation, PersonKey person, ExceptionalAccess kind, String reason, Duration length) {
        var row = row(operation, person, kind, reason, length);
        switch (kind) {
            case BREAK_GLASS -> alerts.raise(operation, kind.name(), person);
            case ORGANISATIONAL -> operation.audit().record(new AuditFact.SecurityEvent(kind.name(), person, null));
        }
        operation.audit().record(new AuditFact.Written(person, kind.name(), row.id()));
        return auditLog.commit(operation.audit(), operation.deadline().left())
                .then(Mono.defer(() -> rows.add(row)))
                .thenReturn(row);
    }

    private ExceptionalAccessRow row(
            Operation operation, PersonKey person, ExceptionalAccess kind, String reason, Duration length) {
        var caller = operation.caller();
        var now = clock.instant();
        return new ExceptionalAccessRow(
                0,
                UUID.randomUUID().toString(),
                kind.name(),
                caller.issuer(),
                caller.id(),
                caller.name(),
                caller.roles().stream().sorted().map(Enum::name).collect(Collectors.joining(",")),
                Optional.ofNullable(caller.employer())
                        .map(Organisation::odsCode)
                        .orElse(null),
                seal.seal(person),
                reason,
                now,
                now.plus(length),
                kind == ExceptionalAccess.BREAK_GLASS
                        || ThreadLocalRandom.current().nextDouble() < settings.review());
    }
}
