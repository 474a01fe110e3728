package care.weft.stubs.population;

/**
 * Somebody in a person's life who is of no story and has no records.
 *
 * @param phone from the range that the regulator keeps for drama
 */
public record Relative(PersonName name, String phone) {

    /** Of the person of {@link Story#THREE_ASSESSMENTS}. */
    public static final Relative DAUGHTER = new Relative(new PersonName("Mrs", "Julie", "Gallimore"), "07700 900961");

    /** Of the person of {@link Story#DISCHARGE}. */
    public static final Relative SON = new Relative(new PersonName("Mr", "Ka Ho", "Leung"), "07700 900962");

    /** Of the person of {@link SpecialPerson#CHILD}. */
    public static final Relative MOTHER = new Relative(new PersonName("Mrs", "Siân", "Bradshaw"), "07700 900963");

    /** Somebody of the population, as they are to another. */
    public static Relative of(Person person) {
        return new Relative(person.name(), person.phone());
    }

    /** Invents one for somebody: always the same. */
    public static Relative invented(Person person) {
        var random = Crowd.randomAt(-2 - person.position());
        var community = Communities.ALL.get(random.nextInt(Communities.ALL.size()));
        var given = community.women().get(random.nextInt(community.women().size()));
        return new Relative(new PersonName("Ms", given, person.name().family()), Crowd.phone(person.position() + 500));
    }
}
