package care.weft.stubs.population;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A person made for one test or another; no part of the demonstration. */
public enum SpecialPerson {
    /** Eleven years old. */
    CHILD("9990000433"),
    /** Has two Patient resources at the trust, each with some of the records. */
    TWO_TRUST_RECORDS("9990000468"),
    /** Has 130 appointments at the trust: dialysis three times a week. */
    MANY_APPOINTMENTS("9990000492"),
    /** Has four appointments at the trust, one of them without its start. */
    UNREADABLE_RECORD("9990000522"),
    /** Has records at the trust that are dated to the month or the year only. */
    PARTIAL_DATES("9990000557"),
    /** Has appointments at the trust in the nights when the clocks change. */
    CLOCK_CHANGES("9990000581"),
    /** The wife whom the person of the story {@link Story#CARER} looks after. */
    CARED_FOR("9990000611"),
    /** Known to partners by a number that the national register has withdrawn without putting another in its place. */
    INVALIDATED_NUMBER("9990000646"),
    /** Lives here, and is registered with a practice of another place, which no directory of this one has. */
    OUT_OF_AREA("9990000670");

    private final String nhsNumber;

    SpecialPerson(String nhsNumber) {
        this.nhsNumber = nhsNumber;
    }

    /** The one that the person with this key is, if any. */
    public static Optional<SpecialPerson> named(String key) {
        return Stream.of(values()).filter(special -> special.key().equals(key)).findFirst();
    }

    /** The number to ask with. */
    public String nhsNumber() {
        return nhsNumber;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
