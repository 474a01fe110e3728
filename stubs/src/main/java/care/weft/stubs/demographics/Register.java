package care.weft.stubs.demographics;

import care.weft.stubs.population.Population;
import care.weft.stubs.population.SpecialPerson;
import java.util.Optional;

/** Everyone with an NHS number. */
final class Register {

    private final Population population;

    Register(Population population) {
        this.population = population;
    }

    /** Whether this number was taken out of use without another in its place. */
    boolean withdrawn(String nhsNumber) {
        return nhsNumber.equals(SpecialPerson.INVALIDATED_NUMBER.nhsNumber());
    }

    /** What is held under this number or under the one that has replaced it; empty when it is nobody's. */
    Optional<Entry> entry(String nhsNumber) {
        return population.withNhsNumber(nhsNumber).map(person -> new Entry(person, population));
    }
}
