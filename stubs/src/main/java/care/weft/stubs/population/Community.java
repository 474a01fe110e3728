package care.weft.stubs.population;

import java.util.List;

/**
 * Names that go together, and what is often recorded beside them.
 *
 * @param tag BCP 47, of the language that some of its elders prefer
 */
record Community(
        Ethnicity ethnicity, String tag, String language, List<String> women, List<String> men, List<String> families) {

    static Community of(
            String code, String display, String tag, String language, String women, String men, String families) {
        return new Community(new Ethnicity(code, display), tag, language, words(women), words(men), words(families));
    }

    private static List<String> words(String commaSeparated) {
        return List.of(commaSeparated.split(", ", -1));
    }
}
