package care.weft.stubs.council;

import care.weft.stubs.population.Person;
import care.weft.stubs.population.PersonName;
import care.weft.stubs.population.Story;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the council knows: half of the crowd, and one person twice.
 *
 * @param part 0, or 1 for the second record of the same person
 */
record Registration(Person person, int part) {

    static List<Registration> of(Person person, boolean two) {
        if (person.ofTheCrowd() && random(person).nextInt(2) == 0) {
            return List.of();
        }
        return two
                ? List.of(new Registration(person, 0), new Registration(person, 1))
                : List.of(new Registration(person, 0));
    }

    /** The social care number, which is the logical id too: the same in every population. */
    String patientId() {
        return "P%07d".formatted(4_100_000 + person.position() * 37 + part * 500_000);
    }

    /** The NHS number as it is held; null where none was ever entered. A number that was replaced since is still held. */
    @Nullable
    String nhsNumber() {
        if (person.ofTheCrowd() && drawn(1, 15)) {
            return null;
        }
        return person.formerNhsNumber() == null ? person.nhsNumber() : person.formerNhsNumber();
    }

    /** How far the number was verified, by the NHS's codes; null where that is not recorded, which is usual. */
    @Nullable
    String verification() {
        if (person.ofTheCrowd()) {
            return drawn(2, 5) ? "01" : drawn(3, 20) ? "02" : null;
        }
        return is(Story.THREE_ASSESSMENTS) ? "01" : null;
    }

    /** As it was heard at the door. */
    PersonName name() {
        var name = person.name();
        return is(Story.NO_NHS_NUMBER) ? new PersonName(name.prefix(), name.given(), "Hirsi") : name;
    }

    /** Among the crowd, one in ten is known as someone who looks after another. */
    boolean carer() {
        return person.ofTheCrowd() && drawn(4, 10);
    }

    private boolean is(Story story) {
        return person.key().equals(story.id());
    }

    /** Whether this person is one of so many, each time drawn anew. */
    private boolean drawn(int time, int chances) {
        var random = random(person);
        int drawn = 0;
        for (int i = 0; i <= time; i++) {
            drawn = random.nextInt(5_040);
        }
        return drawn % chances == 0;
    }

    private static SplittableRandom random(Person person) {
        return new SplittableRandom((person.position() + 1) * 0xA0761D6478BD642FL);
    }
}
