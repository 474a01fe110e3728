package care.weft.gateway.access;

import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PersonKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which people are staff, as their employers state it. Nobody, where no employer does. Shows nobody. */
public final class StaffList {

    private final Map<Account, NhsNumber> numbers = new HashMap<>();
    private final Map<PersonKey, Set<String>> employers = new HashMap<>();

    private record Account(String issuer, String user) {}

    /**
     * One who is employed; once for each organisation.
     *
     * @param issuer of their tokens
     * @param user their id at the issuer
     * @param nhsNumber their own
     * @param organisation its ODS code
     */
    public record Member(String issuer, String user, NhsNumber nhsNumber, String organisation) {

        @Override
        public String toString() {
            return "Member[redacted]";
        }
    }

    /** @param members one account has one number */
    public StaffList(List<Member> members) {
        for (var member : members) {
            numbers.put(new Account(member.issuer(), member.user()), member.nhsNumber());
            employers
                    .computeIfAbsent(PersonKey.of(member.nhsNumber()), _ -> new HashSet<>())
                    .add(member.organisation());
        }
    }

    /** Whose own record it would be: as the token says, else as the employer does. */
    public Optional<NhsNumber> numberOf(Caller caller) {
        return Optional.ofNullable(caller.self())
                .or(() -> Optional.ofNullable(numbers.get(new Account(caller.issuer(), caller.id()))));
    }

    /** Whether one of these, which are one person's, is of somebody in an organisation that the caller acts for. */
    public boolean isColleague(Caller caller, Collection<PersonKey> person) {
        return person.stream()
                .flatMap(key -> employers.getOrDefault(key, Set.of()).stream())
                .anyMatch(employer ->
                        caller.actsFor().stream().map(Organisation::odsCode).anyMatch(employer::equals));
    }

    @Override
    public String toString() {
        return "StaffList[" + employers.size() + "]";
    }
}
