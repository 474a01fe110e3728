package care.weft.gateway.fanout;

import care.weft.gateway.access.Team;
import care.weft.spi.model.Address;
import care.weft.spi.model.NhsNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether two people live at one address, by the register's word, which is asked under the gateway's own authority, audited as such, kept
 * as briefly as any word of the register, and shown to nobody.
 */
@Component
public final class Households {

    private final Identification identification;

    Households(Identification identification) {
        this.identification = identification;
    }

    /** How near one person is to another. */
    public enum Nearness {
        /** They are one. */
        SAME_PERSON,
        /** They live at one address. */
        SAME_ADDRESS,
        /** They do not. */
        APART,
        /** The register does not tell where one of them lives. */
        NOT_KNOWN
    }

    /** How near somebody with a number is to a person: exactly one, never an error. */
    public Mono<Nearness> between(Operation operation, NhsNumber one, Identified person) {
        return identification.of(operation, one).map(other -> {
            if (other.person().equals(person.person())) {
                return Nearness.SAME_PERSON;
            }
            var home = home(other.register());
            return home.isEmpty() || home(person.register()).isEmpty()
                    ? Nearness.NOT_KNOWN
                    : home.equals(home(person.register())) ? Nearness.SAME_ADDRESS : Nearness.APART;
        });
    }

    /** Line and postcode, without regard to case, spaces and punctuation. */
    private record Home(String line, String postcode) {}

    private static Optional<Home> home(OnRegister register) {
        return register instanceof OnRegister.Known(var _, var details, var _, var _) && !details.restricted()
                ? home(details.address())
                : Optional.empty();
    }

    private static Optional<Home> home(@Nullable Address address) {
        if (address == null || address.postcode() == null || address.lines().isEmpty()) {
            return Optional.empty();
        }
        var home = new Home(Team.plain(address.lines().getFirst()), Team.plain(address.postcode()));
        return home.line().isEmpty() || home.postcode().isEmpty() ? Optional.empty() : Optional.of(home);
    }
}
