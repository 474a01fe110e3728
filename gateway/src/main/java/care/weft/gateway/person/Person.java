package care.weft.gateway.person;

import care.weft.gateway.fanout.Identified;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import org.jspecify.annotations.Nullable;

/**
 * A person whose record the caller may open.
 *
 * @param askedFor the number asked for, where it is not the person's own
 */
public record Person(Identified identified, @Nullable NhsNumber askedFor) {

    public PersonKey key() {
        return identified.person();
    }

    public NhsNumber nhsNumber() {
        return identified.nhsNumber();
    }
}
