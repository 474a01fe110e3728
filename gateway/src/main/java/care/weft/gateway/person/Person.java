package care.weft.gateway.person;

import care.weft.gateway.fanout.Identified;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import org.jspecify.annotations.Nullable;

/** A person whose record the caller may open. */
public record Person(Identified identified) {

    public PersonKey key() {
        return identified.person();
    }

    /** The number in force; null for someone known to a partner without one. */
    public @Nullable NhsNumber nhsNumber() {
        return identified.nhsNumber();
    }

    /** The superseded number that was asked for; null where it was the one in force. */
    public @Nullable NhsNumber askedFor() {
        return identified.askedFor();
    }
}
