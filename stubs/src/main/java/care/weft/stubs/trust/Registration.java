package care.weft.stubs.trust;

import care.weft.stubs.population.Person;
import java.util.List;

/**
 * A Patient of the trust: nearly everyone has one, somebody has two.
 *
 * @param part 0, or 1 for the second Patient of the same person
 */
record Registration(Person person, int part) {

    static List<Registration> of(Person person, boolean two) {
        if (person.ofTheCrowd() && person.position() % 8 == 5) {
            return List.of();
        }
        return two
                ? List.of(new Registration(person, 0), new Registration(person, 1))
                : List.of(new Registration(person, 0));
    }

    /** The logical id: holds nothing of the NHS number. */
    String patientId() {
        return Chart.stableId("patient/" + person.position() + "/" + part);
    }

    String hospitalNumber() {
        return "M%07d".formatted(1_000_003 + person.position() * 7L + part * 500_000L);
    }
}
