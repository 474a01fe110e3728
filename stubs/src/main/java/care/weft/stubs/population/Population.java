package care.weft.stubs.population;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everyone whom a partner may know, and where they live. Two populations of the same size and day are equal.
 *
 * @param today the Europe/London day around which everything happens
 * @param neighbourhoods twelve
 * @param people the particular ones first; somebody's place and details do not depend on how many there are
 */
public record Population(LocalDate today, List<Neighbourhood> neighbourhoods, List<Person> people) {

    /** Where all calendar days are. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    static final String CROWD = "crowd-";

    private static final int LARGEST = 10_000;

    public Population {
        neighbourhoods = List.copyOf(neighbourhoods);
        people = List.copyOf(people);
    }

    /**
     * Makes a population.
     *
     * @param size how many people, the particular ones included: from 19 to 10,000
     */
    public static Population of(int size, LocalDate today) {
        if (size < ParticularPeople.COUNT || size > LARGEST) {
            throw new IllegalArgumentException(
                    "A population has " + ParticularPeople.COUNT + " to " + LARGEST + " people, not " + size);
        }
        var neighbourhoods = Neighbourhoods.all();
        var people = new ArrayList<>(new ParticularPeople(neighbourhoods, today).all());
        var crowd = new Crowd(neighbourhoods);
        while (people.size() < size) {
            people.add(crowd.at(people.size()));
        }
        return new Population(today, neighbourhoods, people);
    }

    /** The person of a story. */
    public Person of(Story story) {
        return withKey(story.id());
    }

    /** A person made for a test. */
    public Person of(SpecialPerson special) {
        return withKey(special.key());
    }

    /**
     * Finds a person by the number in force or by one that it replaced.
     *
     * @return empty when it is nobody's
     */
    public Optional<Person> withNhsNumber(String nhsNumber) {
        return people.stream()
                .filter(person -> nhsNumber.equals(person.nhsNumber()) || nhsNumber.equals(person.formerNhsNumber()))
                .findFirst();
    }

    private Person withKey(String key) {
        return people.stream()
                .filter(person -> person.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
