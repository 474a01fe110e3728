package care.weft.gateway.person;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.DenialReason;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.fanout.Identification;
import care.weft.gateway.fanout.Identified;
import care.weft.gateway.fanout.Link;
import care.weft.gateway.fanout.Operation;
import care.weft.spi.model.Moment;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PersonKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens people's records: may the caller, and is the person in scope. */
@Component
public final class People {

    /** A team's list; more in one operation, under however many aliases, is a mistake or a harvest. */
    public static final int MAX_PER_OPERATION = 50;

    private static final int ADULT = 18;

    private final AccessPolicy policy;
    private final Identification identification;
    private final Clock clock;

    People(AccessPolicy policy, Identification identification, Clock clock) {
        this.policy = policy;
        this.identification = identification;
        this.clock = clock;
    }

    /**
     * Opens one person's record. A caller who may not is refused before any partner is asked; every refusal is audited.
     *
     * @return exactly one person, or {@link PersonRefused}
     */
    public Mono<Person> open(Operation operation, NhsNumber nhsNumber) {
        var key = PersonKey.of(nhsNumber);
        if (policy.open(operation.caller(), key) instanceof Decision.Deny(var reason)) {
            operation.audit().record(new AuditFact.Denial(key, reason.name(), null));
            return Mono.error(new PersonRefused(PersonRefused.Reason.FORBIDDEN, sentence(reason)));
        }
        if (!operation.admit(key, MAX_PER_OPERATION)) {
            operation.audit().record(new AuditFact.Denial(key, PersonRefused.Reason.TOO_MANY_PEOPLE.name(), null));
            return Mono.error(new PersonRefused(
                    PersonRefused.Reason.TOO_MANY_PEOPLE,
                    "One operation may ask for at most " + MAX_PER_OPERATION + " people, under all its aliases."));
        }
        return identification.of(operation, nhsNumber).handle((identified, sink) -> {
            if (isKnownToBeUnderAge(identified)) {
                operation.audit().record(new AuditFact.Denial(key, PersonRefused.Reason.NOT_IN_SCOPE.name(), null));
                sink.error(new PersonRefused(
                        PersonRefused.Reason.NOT_IN_SCOPE,
                        "This person is under 18. Weft shows the records of adults only: ask the partners directly."));
            } else {
                sink.next(new Person(identified, null));
            }
        });
    }

    /**
     * Whether every partner that states a date of birth states one that cannot be an adult's. Where partners disagree the
     * record is opened, and the disagreement shown: one mistyped year must not hide an adult's record.
     */
    private boolean isKnownToBeUnderAge(Identified identified) {
        var lastAdultBirthday = LocalDate.now(clock.withZone(Moment.LONDON)).minusYears(ADULT);
        List<PartialDate> stated = identified.links().values().stream()
                .map(link -> link instanceof Link.Tied(var _, var details) ? details.birthDate() : null)
                .filter(Objects::nonNull)
                .toList();
        return !stated.isEmpty()
                && stated.stream().allMatch(birth -> birth.earliest().isAfter(lastAdultBirthday));
    }

    private static String sentence(DenialReason reason) {
        return switch (reason) {
            case NO_ROLE ->
                "None of your roles may read care records. Ask your organisation's administrator for a role that may.";
            case NOT_OWN_RECORD -> "You may open your own record only.";
            case SECTION_NOT_FOR_ROLE -> "Your role may not read this part of a record.";
        };
    }
}
