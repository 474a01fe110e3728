package care.weft.stubs.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the people of the stories and the special ones, in this order and always all of them. */
final class ParticularPeople {

    static final int COUNT = Story.values().length + SpecialPerson.values().length;

    private static final Ethnicity BRITISH = new Ethnicity("A", "White - British");
    private static final Ethnicity IRISH = new Ethnicity("B", "White - Irish");
    private static final Ethnicity PAKISTANI = new Ethnicity("J", "Asian or Asian British - Pakistani");
    private static final Ethnicity BANGLADESHI = new Ethnicity("K", "Asian or Asian British - Bangladeshi");
    private static final Ethnicity CARIBBEAN = new Ethnicity("M", "Black or Black British - Caribbean");
    private static final Ethnicity AFRICAN = new Ethnicity("N", "Black or Black British - African");
    private static final Ethnicity CHINESE = new Ethnicity("R", "Other Ethnic Groups - Chinese");
    private static final Language BENGALI = new Language("bn", "Bengali", true);
    private static final Language CANTONESE = new Language("yue", "Cantonese", true);
    private static final Language ENGLISH = new Language("en", "English", false);
    private static final Language SOMALI = new Language("so", "Somali", true);
    private static final String REPLACES_THE_SUPERSEDED = "9990001006";

    private final List<Neighbourhood> neighbourhoods;
    private final LocalDate today;

    ParticularPeople(List<Neighbourhood> neighbourhoods, LocalDate today) {
        this.neighbourhoods = neighbourhoods;
        this.today = today;
    }

    List<Person> all() {
        var people = new ArrayList<Person>();
        for (var story : Story.values()) {
            people.add(person(story, people.size()));
        }
        for (var special : SpecialPerson.values()) {
            people.add(person(special, people.size()));
        }
        return people;
    }

    private Person person(Story story, int position) {
        boolean superseded = story == Story.SUPERSEDED_NUMBER;
        return person(
                story.id(),
                position,
                superseded ? REPLACES_THE_SUPERSEDED : story.nhsNumber(),
                superseded ? story.nhsNumber() : null,
                identity(story),
                storyNeighbourhood(),
                null,
                story == Story.RESTRICTED,
                story == Story.DEATH_KNOWN_TO_ONE ? today.minusDays(9) : null);
    }

    private Person person(SpecialPerson special, int position) {
        var home = special == SpecialPerson.CARED_FOR
                ? storyNeighbourhood()
                : neighbourhoods.get(position % neighbourhoods.size());
        var practice = special == SpecialPerson.OUT_OF_AREA ? Neighbourhoods.ELSEWHERE : null;
        return person(
                special.key(), position, special.nhsNumber(), null, identity(special), home, practice, false, null);
    }

    private Neighbourhood storyNeighbourhood() {
        return neighbourhoods.stream()
                .filter(neighbourhood -> neighbourhood.id().equals(Neighbourhoods.OF_THE_STORIES))
                .findFirst()
                .orElseThrow();
    }

    private static Person person(
            String key,
            int position,
            @Nullable String nhsNumber,
            @Nullable String formerNhsNumber,
            Identity identity,
            Neighbourhood home,
            @Nullable Practice practice,
            boolean restricted,
            @Nullable LocalDate diedOn) {
        int household = key.equals(SpecialPerson.CARED_FOR.key())
                ? List.of(Story.values()).indexOf(Story.CARER)
                : position;
        return new Person(
                key,
                position,
                nhsNumber,
                formerNhsNumber,
                Canaries.of(position),
                identity.name(),
                identity.gender(),
                identity.birthDate(),
                identity.ethnicity(),
                identity.language(),
                Crowd.address(home, Crowd.randomAt(household)),
                Crowd.phone(household),
                practice == null
                        ? home.practices().get(household % home.practices().size())
                        : practice,
                restricted,
                diedOn);
    }

    private static Identity identity(Story story) {
        return switch (story) {
            case THREE_ASSESSMENTS -> woman("Mrs", "Maureen", "Gallimore", "1941-05-17", BRITISH, ENGLISH);
            case ASSESSMENT_IN_PROGRESS -> man("Abdul Karim", "Chowdhury", "1949-11-03", BANGLADESHI, BENGALI);
            case CONFLICTING_BIRTH_DATE -> woman("Ms", "Claudette", "Wedderburn", "1957-08-19", CARIBBEAN, ENGLISH);
            case SUPERSEDED_NUMBER -> man("Tariq", "Mahmood", "1962-02-27", PAKISTANI, ENGLISH);
            case RESTRICTED -> woman("Ms", "Hayley", "Tattersall", "1984-06-30", BRITISH, ENGLISH);
            case DEATH_KNOWN_TO_ONE -> man("Eamonn", "Costello", "1936-12-08", IRISH, ENGLISH);
            case NO_NHS_NUMBER -> man("Mahad", "Hersi", "1990-04-12", AFRICAN, SOMALI);
            case CARER -> man("Derek", "Schofield", "1944-09-21", BRITISH, ENGLISH);
            case DISCHARGE -> woman("Mrs", "Wai Yee", "Leung", "1938-01-15", CHINESE, CANTONESE);
            case CLASHING_APPOINTMENTS -> woman("Mrs", "Bukola", "Adeyemi", "1953-03-26", AFRICAN, ENGLISH);
        };
    }

    private Identity identity(SpecialPerson special) {
        return switch (special) {
            case CHILD -> {
                var born = today.minusYears(11).minusDays(40);
                yield new Identity(new PersonName("Master", "Rhys", "Bradshaw"), Gender.MALE, born, BRITISH, ENGLISH);
            }
            case TWO_TRUST_RECORDS -> woman("Mrs", "Parveen", "Qureshi", "1951-07-07", PAKISTANI, ENGLISH);
            case MANY_APPOINTMENTS -> man("Delroy", "Pinnock", "1959-10-14", CARIBBEAN, ENGLISH);
            case UNREADABLE_RECORD -> woman("Miss", "Zoë", "Ogden", "1972-12-31", BRITISH, ENGLISH);
            case PARTIAL_DATES -> man("Seamus", "O'Dowd", "1947-02-09", IRISH, ENGLISH);
            case CLOCK_CHANGES -> woman("Ms", "Ka Man", "Tsang", "1966-05-05", CHINESE, ENGLISH);
            case CARED_FOR -> woman("Mrs", "Doreen", "Schofield", "1945-04-02", BRITISH, ENGLISH);
            case INVALIDATED_NUMBER -> woman("Ms", "Noreen", "Flanagan", "1964-11-11", IRISH, ENGLISH);
            case OUT_OF_AREA -> man("Babatunde", "Okafor", "1955-06-18", AFRICAN, ENGLISH);
        };
    }

    private static Identity woman(
            String prefix, String given, String family, String born, Ethnicity ethnicity, Language language) {
        var name = new PersonName(prefix, given, family);
        return new Identity(name, Gender.FEMALE, LocalDate.parse(born), ethnicity, language);
    }

    private static Identity man(String given, String family, String born, Ethnicity ethnicity, Language language) {
        var name = new PersonName("Mr", given, family);
        return new Identity(name, Gender.MALE, LocalDate.parse(born), ethnicity, language);
    }

    private record Identity(
            PersonName name, Gender gender, LocalDate birthDate, Ethnicity ethnicity, Language language) {}
}
