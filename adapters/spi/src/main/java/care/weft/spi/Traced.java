package care.weft.spi;

import care.weft.spi.model.Demographics;
import care.weft.spi.model.NhsNumber;

/** What a register says of a number. */
public sealed interface Traced {

    /**
     * It is someone's.
     *
     * @param nhsNumber the number in force: another than the one asked for where that was superseded
     * @param details what the register holds of the person
     */
    record Known(NhsNumber nhsNumber, Demographics details) implements Traced {}

    /** The register does not know the number. */
    record NotKnown() implements Traced {}

    /** The number was withdrawn from use and not replaced: nothing may be looked up by it, nor by the person's details. */
    record Invalidated() implements Traced {}
}
