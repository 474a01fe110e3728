package care.weft.stubs.population;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the people of no special story: each from its position alone, so that a larger population has the same ones. */
final class Crowd {

    private static final LocalDate OLDEST = LocalDate.of(1929, 1, 1);
    private static final int YEARS = 78;
    private static final List<String> STREETS = List.of(
            "Bobbin Street",
            "Carder Close",
            "Fustian Road",
            "Heald Lane",
            "Jacquard Avenue",
            "Kestrel Drive",
            "Lapwing Grove",
            "Loom Street",
            "Mulberry Walk",
            "Mule Spinners Way",
            "Navigation Row",
            "Ollerenshaw Road",
            "Piece Hall Court",
            "Ropewalk",
            "Shuttle Street",
            "Tenterfield Road",
            "Weaver Green",
            "Worsted Crescent");
    // The last two signs of a postcode never are C, I, K, M, O or V.
    private static final String POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ";

    private final List<Neighbourhood> neighbourhoods;

    Crowd(List<Neighbourhood> neighbourhoods) {
        this.neighbourhoods = neighbourhoods;
    }

    Person at(int position) {
        var random = randomAt(position);
        var community = pick(Communities.ALL, random);
        var gender = gender(random);
        var name = name(community, gender, random);
        var neighbourhood = neighbourhoods.get(position % neighbourhoods.size());
        return new Person(
                Population.CROWD + position,
                position,
                nhsNumber(position),
                null,
                Canaries.of(position),
                name,
                gender,
                birthDate(random),
                community.ethnicity(),
                language(community, random),
                address(neighbourhood, random),
                phone(position),
                neighbourhood
                        .practices()
                        .get(position
                                / neighbourhoods.size()
                                % neighbourhood.practices().size()),
                false,
                null);
    }

    static Address address(Neighbourhood neighbourhood, SplittableRandom random) {
        var postcode = pick(neighbourhood.postcodeDistricts(), random) + " " + random.nextInt(1, 10)
                + postcodeLetter(random) + postcodeLetter(random);
        return new Address((1 + random.nextInt(180)) + " " + pick(STREETS, random), neighbourhood.name(), postcode);
    }

    /** From the range that the regulator keeps for drama. */
    static String phone(int position) {
        return "07700 900%03d".formatted(position % 1000);
    }

    static SplittableRandom randomAt(int position) {
        // Neighbouring seeds alone would make neighbouring people alike.
        return new SplittableRandom((position + 1) * 0x9E3779B97F4A7C15L);
    }

    private static String nhsNumber(int position) {
        // Above 999100000, clear of the particular people; a prime stride makes neighbours look unlike, and 12 apart at
        // least.
        return NhsNumbers.atOrAfter(999_100_000 + (int) (position * 7_919L % 74_999) * 12);
    }

    private static Gender gender(SplittableRandom random) {
        int share = random.nextInt(100);
        return share < 52 ? Gender.FEMALE : share < 98 ? Gender.MALE : share < 99 ? Gender.OTHER : Gender.UNKNOWN;
    }

    private static PersonName name(Community community, Gender gender, SplittableRandom random) {
        boolean fromWomen = switch (gender) {
            case FEMALE -> true;
            case MALE -> false;
            case OTHER, UNKNOWN -> random.nextBoolean();
        };
        var prefix = switch (gender) {
            case FEMALE -> pick(List.of("Mrs", "Ms", "Miss"), random);
            case MALE -> "Mr";
            case OTHER, UNKNOWN -> "Mx";
        };
        var given = pick(fromWomen ? community.women() : community.men(), random);
        return new PersonName(prefix, given, pick(community.families(), random));
    }

    /** Between 1929 and 2006, the later of two draws thrown away: most people in care are old. */
    private static LocalDate birthDate(SplittableRandom random) {
        int year = Math.min(random.nextInt(YEARS), random.nextInt(YEARS));
        return OLDEST.plusYears(year).plusDays(random.nextInt(365));
    }

    private static Language language(Community community, SplittableRandom random) {
        if (random.nextInt(4) > 0) {
            return new Language("en", "English", false);
        }
        return new Language(
                community.tag(), community.language(), !community.tag().equals("en"));
    }

    private static char postcodeLetter(SplittableRandom random) {
        return POSTCODE_LETTERS.charAt(random.nextInt(POSTCODE_LETTERS.length()));
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
