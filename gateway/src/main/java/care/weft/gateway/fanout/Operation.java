package care.weft.gateway.fanout;

import care.weft.gateway.access.AccessRequest;
import care.weft.gateway.access.Caller;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.PersonFlag;
import care.weft.gateway.access.Ties;
import care.weft.gateway.access.UserToken;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.SubjectToken;
import care.weft.spi.Actor;
import care.weft.spi.Deadline;
import care.weft.spi.JointReads;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/**
 * One operation on its way: who asks, what for, until when, and the audit batch that must be durable before anything of it
 * leaves. Kept in the GraphQL context; made by the door for every request.
 */
public final class Operation {

    private final Caller caller;
    private final UserToken token;
    private final PurposeOfUse purpose;
    private final Deadline deadline;
    private final AuditBatch audit;
    private final boolean anew;
    private final Sinks.Empty<Void> abandoned = Sinks.empty();
    private volatile boolean isAbandoned;
    private volatile @Nullable String reason;
    private final Map<PersonKey, LegitimateRelationship> relationships = new ConcurrentHashMap<>();
    private final Set<PersonKey> objecting = ConcurrentHashMap.newKeySet();
    private final Set<PersonKey> admitted = new HashSet<>();
    private final Map<PersonKey, Mono<Identified>> identifications = new ConcurrentHashMap<>();
    private final Map<PersonKey, Identified> identified = new ConcurrentHashMap<>();
    private final Map<PersonKey, Map<At, Mono<Link>>> links = new ConcurrentHashMap<>();
    private final Map<PersonKey, Set<Section>> asked = new ConcurrentHashMap<>();
    private final Map<At, JointReads> reads = new ConcurrentHashMap<>();
    private final Set<AuditFact> breaches = ConcurrentHashMap.newKeySet();
    private final Troubles troubles = new Troubles();

    /** A partner, and in whose name it is asked, as far as it can tell. */
    private record At(PartnerId partner, Authority authority) {

        static At of(Partner partner, Authority authority) {
            return new At(partner.id(), authority.asSeenBy(partner));
        }
    }

    /**
     * Begins an operation.
     *
     * @param token that the caller came in with
     * @param anew whether every partner is to be asked, though its answer may be kept
     */
    public Operation(
            Caller caller, UserToken token, PurposeOfUse purpose, Deadline deadline, AuditBatch audit, boolean anew) {
        this.anew = anew;
        this.token = token;
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

    public PurposeOfUse purpose() {
        return purpose;
    }

    /** Counts a person, once, towards those of this operation; false when that would be more than {@code most}. */
    public synchronized boolean admit(PersonKey person, int most) {
        return admitted.contains(person) || (admitted.size() < most && admitted.add(person));
    }

    /** Says how whoever asks as staff stands to a person. Until it is said, there is no relationship. */
    public void relate(Identified person, LegitimateRelationship staff) {
        relationships.put(person.person(), staff);
    }

    /** Says that a person objects to their records being shared. To be said before any is read. */
    public void object(Identified person) {
        objecting.add(person.person());
    }

    /** What is known of a person that bears on who may see what of them. */
    public Set<PersonFlag> flags(Identified person) {
        var flags = EnumSet.noneOf(PersonFlag.class);
        flags.addAll(person.flags());
        if (objecting.contains(person.person())) {
            flags.add(PersonFlag.OBJECTION);
        }
        return flags;
    }

    /** How the caller stands to a person. */
    public Ties ties(Identified person) {
        return Ties.of(
                caller, person.asked(), relationships.getOrDefault(person.person(), LegitimateRelationship.NONE));
    }

    /** Why the caller opens records of people whom their organisation alone knows; null when not stated. */
    public @Nullable String reason() {
        return reason;
    }

    /** States it. To be called before anything is asked. */
    public void reason(@Nullable String stated) {
        reason = stated;
    }

    /** What the access rules are asked before a section of a person is read at a partner. */
    AccessRequest toRead(Identified person, Partner partner, Section section) {
        return new AccessRequest(caller, section, partner.id(), partner.kind(), purpose, ties(person), flags(person));
    }

    /** The same were the caller involved in the person's care. */
    AccessRequest toReadIfInvolved(Identified person, Partner partner, Section section) {
        return toRead(person, partner, section).by(LegitimateRelationship.DIRECT);
    }

    /** As a partner sees whoever asks. */
    Actor actor(Authority authority) {
        return switch (authority) {
            case USER -> user();
            case GATEWAY -> Actor.GATEWAY;
        };
    }

    /** The context of a call: with the user's token, for partners that are to see it, in the user's name alone. */
    Context in(Authority authority, Context context) {
        return switch (authority) {
            case USER -> SubjectToken.in(context, token.value());
            case GATEWAY -> SubjectToken.without(context);
        };
    }

    private Actor user() {
        var employer = caller.employer();
        return new Actor(
                caller.id(),
                caller.name(),
                caller.roles().stream().sorted().findFirst().map(Enum::name).orElse("NONE"),
                employer == null ? null : employer.odsCode(),
                employer == null ? null : employer.name(),
                caller.spine());
    }

    boolean anew() {
        return anew;
    }

    /** Takes what a partner said, and audits and logs what was wrong with it. */
    SourceAnswer hear(PersonKey person, Said said) {
        var answer = said.answer();
        said.breaches().stream()
                .map(breach -> new AuditFact.SecurityEvent(
                        breach.kind(),
                        breach.personal() ? person : null,
                        answer.partner().id()))
                .filter(breaches::add)
                .forEach(audit::record);
        if (said.trouble() != null) {
            troubles.tell(answer.partner(), answer.section().name(), said.trouble());
        }
        return answer;
    }

    /** Whether this operation did not say so before. */
    public boolean isNew(AuditFact.SecurityEvent event) {
        return breaches.add(event);
    }

    /** What went wrong at partners, told to the log once. */
    Troubles troubles() {
        return troubles;
    }

    /** Who has a number, found out by whoever asks first and shared by the whole operation. */
    Mono<Identified> identifiedOnce(PersonKey asked, Mono<Identified> identification) {
        return identifications.computeIfAbsent(
                asked, _ -> identification.doOnNext(this::identified).cache());
    }

    /** A person who was identified otherwise than by number. */
    Identified identified(Identified person) {
        // Of two who turn out to be one, the one that was asked for by a superseded number is known by both.
        identified.merge(person.person(), person, (before, now) -> now.askedFor() == null ? before : now);
        return person;
    }

    /** A person whom this operation has identified, by the number in force. */
    Identified identified(PersonKey person) {
        var known = identified.get(person);
        if (known == null) {
            throw new IllegalStateException("A section was asked of someone who was not identified");
        }
        return known;
    }

    /** To be told of every section before any is read, so that those which one call can serve are read by one. */
    public void asks(PersonKey person, Section section) {
        asked.computeIfAbsent(person, _ -> ConcurrentHashMap.newKeySet()).add(section);
    }

    boolean isAsked(PersonKey person, Section section) {
        return asked.getOrDefault(person, Set.of()).contains(section);
    }

    /** What the reads at one partner in one name have in common. */
    JointReads reads(Partner partner, Authority authority, Supplier<JointReads> made) {
        return reads.computeIfAbsent(At.of(partner, authority), _ -> made.get());
    }

    /** How a person is tied to a partner, found out by whoever asks first and shared by the whole operation. */
    Mono<Link> linkedOnce(PersonKey person, Partner partner, Authority authority, Mono<Link> link) {
        return links.computeIfAbsent(person, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(At.of(partner, authority), _ -> link.cache());
    }
}
