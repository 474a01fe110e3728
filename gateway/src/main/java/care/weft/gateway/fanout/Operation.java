package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.audit.AuditBatch;
import care.weft.spi.Actor;
import care.weft.spi.Deadline;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.PersonKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One operation on its way: who asks, what for, until when, and the audit batch that must be durable before anything of it
 * leaves. Kept in the GraphQL context; made by the door for every request.
 */
public final class Operation {

    private final Caller caller;
    private final PurposeOfUse purpose;
    private final Deadline deadline;
    private final AuditBatch audit;
    private final Sinks.Empty<Void> abandoned = Sinks.empty();
    private volatile boolean isAbandoned;
    private final Set<PersonKey> admitted = new HashSet<>();
    private final Map<PersonKey, Mono<Identified>> identified = new ConcurrentHashMap<>();

    public Operation(Caller caller, PurposeOfUse purpose, Deadline deadline, AuditBatch audit) {
        this.caller = caller;
        this.purpose = purpose;
        this.deadline = deadline;
        this.audit = audit;
    }

    public Caller caller() {
        return caller;
    }

    public Deadline deadline() {
        return deadline;
    }

    public AuditBatch audit() {
        return audit;
    }

    /** Ends every partner call under way: the client has left. Calling it again does nothing. */
    public void abandon() {
        isAbandoned = true;
        var _ = abandoned.tryEmitEmpty();
    }

    /** Completes when the client has left. */
    Mono<Void> abandoned() {
        return abandoned.asMono();
    }

    boolean isAbandoned() {
        return isAbandoned;
    }

    PurposeOfUse purpose() {
        return purpose;
    }

    /** Counts a person, once, towards those of this operation; false when that would be more than {@code most}. */
    public synchronized boolean admit(PersonKey person, int most) {
        return admitted.contains(person) || (admitted.size() < most && admitted.add(person));
    }

    /** As a partner sees the caller. */
    Actor actor() {
        var employer = caller.employer();
        return new Actor(
                caller.id(),
                caller.name(),
                caller.roles().stream().sorted().findFirst().map(Enum::name).orElse("NONE"),
                employer == null ? null : employer.odsCode(),
                employer == null ? null : employer.name());
    }

    /** The identification of a person, begun by whoever asks first and shared by the whole operation. */
    Mono<Identified> identifiedOnce(PersonKey person, Mono<Identified> identification) {
        return identified.computeIfAbsent(person, _ -> identification.cache());
    }

    /** A person whom this operation has begun to identify. */
    Mono<Identified> identified(PersonKey person) {
        var known = identified.get(person);
        return known == null
                ? Mono.error(new IllegalStateException("A section was asked of someone who was not identified"))
                : known;
    }
}
