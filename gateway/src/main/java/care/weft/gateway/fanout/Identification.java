package care.weft.gateway.fanout;

import care.weft.gateway.access.Caller;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.partner.Partner;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.LookupKey;
import care.weft.spi.PartnerException;
import care.weft.spi.PresentedIdentity;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.Routes;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Establishes who a person is and ties them to partners' records, under the gateway's own authority, which is audited as such; a
 * partner that must see the user is asked in the user's name.
 * The register is asked first, once per operation; a partner that is asked by its own local id is asked for it when a section of
 * it is first read, once per operation.
 */
@Component
public final class Identification {

    private final Register register;
    private final Replies replies;
    private final SectionRequests requests;
    private final Clock clock;

    /** Nobody is told what another asked before: only what is asked at the same time is asked once. */
    private final JointQuestions<LookUp, Located> lookUps = new JointQuestions<>((_, _) -> {});

    /**
     * By which of its people a partner knows a number, and in what standing that is asked.
     *
     * @param user the caller, where the partner must see who asks; null where it sees the gateway alone
     */
    private record LookUp(
            PartnerId partner,
            NhsNumber nhsNumber,
            Authority authority,
            PurposeOfUse purpose,
            @Nullable Organisation organisation,
            @Nullable Caller user) {

        static LookUp of(Operation operation, Authority authority, Partner partner, NhsNumber nhsNumber) {
            var caller = operation.caller();
            boolean ofUser = authority == Authority.USER;
            return new LookUp(
                    partner.id(),
                    nhsNumber,
                    authority,
                    operation.purpose(),
                    ofUser ? caller.employer() : null,
                    ofUser && partner.profile().identity() == PresentedIdentity.USER ? caller : null);
        }
    }

    Identification(Register register, Replies replies, SectionRequests requests, Clock clock) {
        this.register = register;
        this.replies = replies;
        this.requests = requests;
        this.clock = clock;
    }

    boolean isRegister(Partner partner) {
        return register.is(partner);
    }

    /**
     * Establishes who has this number.
     *
     * @return exactly one, under the number in force; never an error: when the register could not be asked, that is said in it
     */
    public Mono<Identified> of(Operation operation, NhsNumber nhsNumber) {
        return operation.identifiedOnce(
                PersonKey.of(nhsNumber), register.of(operation, nhsNumber).map(word -> Identified.by(nhsNumber, word)));
    }

    /**
     * Opens one partner's record by the partner's own id.
     *
     * @param partner one that is asked by local id
     * @return exactly one; never an error
     */
    public Mono<PartnerRecord> of(Operation operation, Partner partner, LocalId localId) {
        if (partner.isSwitchedOff()) {
            return Mono.just(new PartnerRecord.Unanswered(Outcome.SWITCHED_OFF));
        }
        var person = PersonKey.of(partner.id(), localId);
        var request = requests.ofOne(operation, partner, Section.DEMOGRAPHICS, person, localId);
        return replies.collect(
                        partner,
                        request,
                        PartnerCall.many(
                                operation,
                                partner,
                                () -> partner.adapter()
                                        .read(request)
                                        .contextWrite(context -> operation.in(Authority.USER, context))))
                .map(said ->
                        operation.hear(person, Objects.requireNonNull(said.get(person), "a call leaves nobody out")))
                .doOnNext(answer -> operation
                        .audit()
                        .record(new AuditFact.Lookup(
                                person, partner.id(), answer.outcome().name())))
                .map(answer -> opened(operation, partner, person, localId, answer));
    }

    private PartnerRecord opened(
            Operation operation, Partner partner, PersonKey person, LocalId localId, SourceAnswer answer) {
        return switch (answer.outcome()) {
            case ANSWERED, PARTIAL -> {
                if (answer.entries().size() != 1 || !(answer.entries().getFirst() instanceof Demographics details)) {
                    yield new PartnerRecord.Unanswered(Outcome.INVALID_ANSWER);
                }
                var number = details.source().owner().nhsNumber();
                if (number != null) {
                    yield new PartnerRecord.OfNumber(number);
                }
                var tied = new Link.Tied(null, localId, details, clock.instant());
                yield new PartnerRecord.WithoutNumber(operation.identified(Identified.by(person, partner.id(), tied)));
            }
            case NO_RECORD -> new PartnerRecord.NotKnown();
            case NOTHING_RELEASED,
                    NOT_LINKED,
                    TIMED_OUT,
                    UNAVAILABLE,
                    RATE_LIMITED,
                    INVALID_ANSWER,
                    REFUSED,
                    WITHHELD,
                    SWITCHED_OFF,
                    NOT_NEEDED,
                    NOT_OFFERED -> new PartnerRecord.Unanswered(answer.outcome());
        };
    }

    /**
     * Ties a person to one partner's records. Asks the partner at most once per operation, however often it is subscribed.
     *
     * @return exactly one; never an error: a partner that could not be asked is {@link Link.Unanswered}
     */
    public Mono<Link> link(Operation operation, Identified person, Partner partner) {
        return link(operation, Authority.USER, person, partner);
    }

    Mono<Link> link(Operation operation, Authority authority, Identified person, Partner partner) {
        if (partner.isSwitchedOff()) {
            return Mono.just(new Link.Unanswered(NoAnswer.of(Outcome.SWITCHED_OFF)));
        }
        var opened = person.opened();
        if (opened != null) {
            return Mono.just(opened.partner().equals(partner.id()) ? opened.link() : new Link.NoNumber());
        }
        var nhsNumber = person.nhsNumber();
        if (nhsNumber == null) {
            return Mono.just(new Link.NoNumber());
        }
        if (register.is(partner)) {
            return Mono.just(onRegister(person.register()));
        }
        if (person.register() instanceof OnRegister.Withdrawn) {
            return Mono.just(new Link.Withdrawn());
        }
        if (partner.adapter() instanceof Routes) {
            return Mono.just(atPractice(nhsNumber, person.register()));
        }
        if (partner.profile().lookup() == LookupKey.LOCAL_ID && partner.adapter() instanceof Locates locates) {
            return operation.linkedOnce(
                    person.person(),
                    partner,
                    authority,
                    tie(operation, authority, partner, locates, person, nhsNumber));
        }
        return Mono.just(new Link.ByNhsNumber(nhsNumber));
    }

    private static Link onRegister(OnRegister word) {
        return switch (word) {
            case OnRegister.Known(var inForce, var details, var at, var kept) ->
                new Link.Registered(inForce, details, at, kept);
            case OnRegister.NotKnown(), OnRegister.NotAsked() -> new Link.NotKnown();
            case OnRegister.Withdrawn() -> new Link.Withdrawn();
            case OnRegister.Unanswered(var why) -> new Link.Unanswered(why);
        };
    }

    private static Link atPractice(NhsNumber nhsNumber, OnRegister word) {
        var practice = word.practice();
        if (practice != null) {
            return new Link.AtPractice(nhsNumber, practice);
        }
        return word instanceof OnRegister.Unanswered(var why)
                ? new Link.Unanswered(why.atPractice())
                : new Link.NoPractice();
    }

    /** A partner that does not know the number in force may still have the person under the one that it superseded. */
    private Mono<Link> tie(
            Operation operation,
            Authority authority,
            Partner partner,
            Locates locates,
            Identified person,
            NhsNumber nhsNumber) {
        var tied = locate(operation, authority, partner, locates, person.person(), nhsNumber);
        var former = person.askedFor();
        return former == null
                ? tied
                : tied.flatMap(link -> link instanceof Link.NotKnown
                        ? locate(operation, authority, partner, locates, person.person(), former)
                                .map(old -> isBornAsRegistered(old, person.register()) ? old : new Link.Ambiguous())
                        : Mono.just(link));
    }

    /** Should the register have answered with somebody else, whoever has the old number must not be taken for them. */
    private static boolean isBornAsRegistered(Link old, OnRegister register) {
        return !(old instanceof Link.Tied(var _, var _, var details, var _))
                || !(register instanceof OnRegister.Known(var _, var registered, var _, var _))
                || details.birthDate() == null
                || registered.birthDate() == null
                || details.birthDate().equals(registered.birthDate());
    }

    private Mono<Link> locate(
            Operation operation,
            Authority authority,
            Partner partner,
            Locates locates,
            PersonKey person,
            NhsNumber nhsNumber) {
        var request = requests.locate(operation, authority, partner, person, nhsNumber);
        return lookUps.ask(
                        operation,
                        partner,
                        LookUp.of(operation, authority, partner, nhsNumber),
                        Mono.defer(() -> locates.locate(request))
                                .contextWrite(context -> operation.in(authority, context)))
                .doOnError(
                        PartnerException.class, failed -> operation.troubles().tell(partner, "a local id", failed))
                .map(located -> link(operation, partner, person, located, nhsNumber))
                .onErrorResume(PartnerException.class, failed -> Mono.just(new Link.Unanswered(NoAnswer.of(failed))))
                .doOnNext(link -> operation.audit().record(new AuditFact.Lookup(person, partner.id(), outcome(link))));
    }

    /** A partner that answers with somebody else has mixed people up. */
    private Link link(Operation operation, Partner partner, PersonKey person, Located located, NhsNumber asked) {
        return switch (located) {
            case Located.Known(var localId, var details) -> {
                var stated = details.source().owner().nhsNumber();
                if (stated == null) {
                    yield new Link.Ambiguous();
                }
                if (!stated.equals(asked)) {
                    replies.broke(operation, partner, person, "LOOKUP_OF_ANOTHER_PERSON");
                    yield new Link.Unanswered(NoAnswer.of(Outcome.INVALID_ANSWER));
                }
                yield new Link.Tied(asked, localId, details, clock.instant());
            }
            case Located.NotKnown() -> new Link.NotKnown();
            case Located.Ambiguous() -> new Link.Ambiguous();
        };
    }

    private static String outcome(Link link) {
        return switch (link) {
            case Link.Tied _ -> "TIED";
            case Link.NotKnown() -> Outcome.NO_RECORD.name();
            case Link.Ambiguous() -> Outcome.NOT_LINKED.name();
            case Link.Unanswered(var why) -> why.outcome().name();
            case Link.ByNhsNumber _,
                    Link.AtPractice _,
                    Link.Registered _,
                    Link.Withdrawn _,
                    Link.NoNumber _,
                    Link.NoPractice _ -> Outcome.NOT_NEEDED.name();
        };
    }
}
