package care.weft.stubs.mentalhealth;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.SpecialPerson;
import care.weft.stubs.population.Story;
import java.util.List;

/**
 * A patient of the trust. One in five of the crowd is one, and a few of these are two by mistake.
 *
 * @param part 0, or 1 for the second patient of the same person
 */
record Registration(Person person, int part) {

    static List<Registration> of(Person person) {
        if (!isKnown(person)) {
            return List.of();
        }
        boolean twice = person.ofTheCrowd() && crowdPlace(person) % 31 == 17;
        return twice
                ? List.of(new Registration(person, 0), new Registration(person, 1))
                : List.of(new Registration(person, 0));
    }

    /** Which of the crowd's patients this is: what is odd about some of them goes by it. */
    static int crowdPlace(Person person) {
        return person.position() / 5;
    }

    static boolean isCaredFor(Person person) {
        return SpecialPerson.CARED_FOR.nhsNumber().equals(person.nhsNumber());
    }

    /** The trust's own number: holds nothing of the NHS number. */
    String localPatientId() {
        return "GM%07d".formatted(2_000_029 + person.position() * 11L + part * 600_000L);
    }

    private static boolean isKnown(Person person) {
        if (person.ofTheCrowd()) {
            return person.position() % 5 == 2;
        }
        return Story.named(person.key()).map(Registration::isKnown).orElseGet(() -> isCaredFor(person));
    }

    private static boolean isKnown(Story story) {
        return switch (story) {
            case THREE_ASSESSMENTS, CONFLICTING_BIRTH_DATE, SUPERSEDED_NUMBER, CLASHING_APPOINTMENTS -> true;
            case ASSESSMENT_IN_PROGRESS, RESTRICTED, DEATH_KNOWN_TO_ONE, NO_NHS_NUMBER, CARER, DISCHARGE -> false;
        };
    }
}
