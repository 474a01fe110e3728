package care.weft.gateway.fanout;

import care.weft.gateway.access.PersonFlag;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of whom it is established who they are. How each partner's records are tied to them is found out when first needed.
 *
 * @param nhsNumber the number in force; null for someone known to one partner without a number
 * @param askedFor the superseded number that was asked for; null where it was the one in force
 * @param register what the register said
 * @param opened the partner's record by which they were opened; null when it was by NHS number
 */
public record Identified(
        PersonKey person,
        @Nullable NhsNumber nhsNumber,
        @Nullable NhsNumber askedFor,
        OnRegister register,
        @Nullable Opened opened) {

    /** One partner's record of a person without an NHS number. */
    record Opened(PartnerId partner, Link.Tied link) {}

    /** By whom they were asked for: what the caller's right to ask was decided for. */
    public PersonKey asked() {
        return askedFor == null ? person : PersonKey.of(askedFor);
    }

    /** What the access rules must know of them. */
    Set<PersonFlag> flags() {
        return register instanceof OnRegister.Known(var _, var details, var _, var _) && details.restricted()
                ? Set.of(PersonFlag.RESTRICTED)
                : Set.of();
    }

    /**
     * Who has a number. That a number was replaced by somebody's whose record is restricted is not told: it may have been given up with
     * a former name or gender. It is then like one that was withdrawn.
     */
    static Identified by(NhsNumber asked, OnRegister register) {
        if (register instanceof OnRegister.Known(var number, var details, var _, var _)
                && details.restricted()
                && !number.equals(asked)) {
            return new Identified(PersonKey.of(asked), asked, null, new OnRegister.Withdrawn(), null);
        }
        var inForce = register instanceof OnRegister.Known(var number, var _, var _, var _) ? number : asked;
        return new Identified(PersonKey.of(inForce), inForce, inForce.equals(asked) ? null : asked, register, null);
    }

    static Identified by(PersonKey person, PartnerId partner, Link.Tied link) {
        return new Identified(person, null, null, new OnRegister.NotAsked(), new Opened(partner, link));
    }
}
