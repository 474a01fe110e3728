package care.weft.gateway.person;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.DenialReason;
import care.weft.gateway.access.Duty;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.audit.PersonSeal;
import care.weft.gateway.fanout.Identified;
import care.weft.gateway.fanout.Operation;
import care.weft.gateway.store.ObjectionRow;
import care.weft.gateway.store.ObjectionRows;
import care.weft.gateway.store.StoreException;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * People's objections to their records being shared here: recorded and withdrawn by who has the duty, in the audit first, and looked up
 * whenever somebody's record is opened. While that cannot be read, what was read last holds for a time.
 */
@Component
@EnableConfigurationProperties(ObjectionSettings.class)
public final class Objections implements InitializingBean, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Objections.class);

    private final AccessPolicy policy;
    private final ObjectionRows rows;
    private final LastObjections last;
    private final ObjectionSettings settings;
    private final AuditLog auditLog;
    private final PersonSeal seal;
    private final Clock clock;
    private final AtomicBoolean told = new AtomicBoolean();

    Objections(
            AccessPolicy policy,
            ObjectionRows rows,
            ObjectionSettings settings,
            AuditLog auditLog,
            PersonSeal seal,
            Clock clock) {
        this.policy = policy;
        this.rows = rows;
        last = new LastObjections(rows::objecting, clock);
        this.settings = settings;
        this.auditLog = auditLog;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        last.start();
    }

    @Override
    public void close() {
        last.close();
    }

    /** Whether one stands, or stood when that could last be read; also when that is too long ago. */
    Mono<Boolean> stands(Identified person) {
        var keys = Stream.of(person.person(), person.asked())
                .distinct()
                .map(seal::seal)
                .toList();
        return rows.standing(keys)
                .hasElements()
                .doOnNext(_ -> told.set(false))
                .onErrorResume(StoreException.class, _ -> Mono.fromSupplier(() -> stood(keys)));
    }

    private boolean stood(Collection<String> keys) {
        if (told.compareAndSet(false, true)) {
            log.warn(
                    "Whether people object to sharing cannot be read. What was read last holds for {}"
                            + " (weft.objections.last-known-for); then records open for emergencies alone",
                    settings.lastKnownFor());
        }
        return last.stood(keys, settings.lastKnownFor()).orElse(true);
    }

    /**
     * Records an objection. It holds from the next answer on.
     *
     * @return the one that stands, an earlier one if there is; {@link PersonRefused} for who may not, and while it cannot be written
     */
    public Mono<Objection> record(Operation operation, NhsNumber nhsNumber, String basis) {
        var person = PersonKey.of(nhsNumber);
        return allowed(operation, person)
                .then(Mono.defer(() -> standing(person)))
                .doOnNext(_ -> searched(operation, person, 1))
                .switchIfEmpty(Mono.defer(() -> {
                    var made = row(operation, UUID.randomUUID().toString(), person, basis);
                    return written(operation, person, "OBJECTION_RECORDED", made.id())
                            .then(Mono.defer(() -> rows.add(made)))
                            .then(Mono.fromRunnable(() -> last.add(made.person())))
                            .thenReturn(made);
                }))
                .map(row -> objection(nhsNumber, row))
                .onErrorMap(StoreException.class, _ -> PersonRefused.storeUnavailable());
    }

    /**
     * Takes down that it was withdrawn.
     *
     * @return what stood until now; empty when there was none; {@link PersonRefused} for who may not, and while it cannot be written
     */
    public Mono<Objection> withdraw(Operation operation, NhsNumber nhsNumber, String basis) {
        var person = PersonKey.of(nhsNumber);
        return allowed(operation, person)
                .then(Mono.defer(() -> standing(person)))
                .switchIfEmpty(Mono.fromRunnable(() -> searched(operation, person, 0)))
                .flatMap(stood -> written(operation, person, "OBJECTION_WITHDRAWN", stood.id())
                        .then(Mono.defer(() -> rows.withdraw(row(operation, stood.id(), person, basis))))
                        .then(Mono.fromRunnable(() -> last.remove(stood.person())))
                        .thenReturn(objection(nhsNumber, stood)))
                .onErrorMap(StoreException.class, _ -> PersonRefused.storeUnavailable());
    }

    private Mono<Void> allowed(Operation operation, PersonKey person) {
        if (policy.may(operation.caller(), Duty.RECORD_OBJECTIONS)) {
            return Mono.empty();
        }
        operation.audit().record(new AuditFact.Denial(person, DenialReason.NO_ROLE.name(), null));
        return Mono.error(new PersonRefused(
                PersonRefused.Reason.FORBIDDEN, "None of your roles may record what somebody objects to."));
    }

    /** Who is told whether one stands has looked something up about the person. */
    private static void searched(Operation operation, PersonKey person, int found) {
        operation.audit().record(new AuditFact.Search(person, "OBJECTION", Map.of(), found));
    }

    private Mono<ObjectionRow> standing(PersonKey person) {
        return rows.standing(Stream.of(seal.seal(person)).toList()).next();
    }

    private Mono<Void> written(Operation operation, PersonKey person, String action, String id) {
        operation.audit().record(new AuditFact.Written(person, action, id));
        return auditLog.commit(operation.audit(), operation.deadline().left()).then();
    }

    private ObjectionRow row(Operation operation, String id, PersonKey person, String basis) {
        var caller = operation.caller();
        return new ObjectionRow(
                id, seal.seal(person), basis, caller.issuer(), caller.id(), caller.name(), clock.instant());
    }

    private static Objection objection(NhsNumber nhsNumber, ObjectionRow row) {
        return new Objection(row.id(), nhsNumber, row.basis(), row.callerName(), row.at());
    }
}
