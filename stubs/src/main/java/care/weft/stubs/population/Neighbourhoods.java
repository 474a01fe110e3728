package care.weft.stubs.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The neighbourhoods of the city and their practices. */
final class Neighbourhoods {

    /** Where the people of the stories live. */
    static final String OF_THE_STORIES = "gorton-and-levenshulme";

    /** In none of the neighbourhoods. */
    static final Practice ELSEWHERE = new Practice("Y99999", "Pennine Edge Surgery", "elsewhere");

    private static final List<String> FIRST_WORDS = List.of(
            "Alder",
            "Ashfield",
            "Beech House",
            "Bellcroft",
            "Bobbin Street",
            "Bridgewater",
            "Canal Side",
            "Cedar",
            "Clayton Vale",
            "Copperfield",
            "Cotton Mill",
            "Elm Bank",
            "Fernlea",
            "Foundry Lane",
            "Greenbrow",
            "Hawthorn",
            "Ivy Bank",
            "Kiln Street",
            "Ladybrook");
    private static final List<String> LAST_WORDS = List.of(
            "Surgery",
            "Medical Centre",
            "Medical Practice",
            "Health Centre",
            "Family Practice",
            "Group Practice",
            "Primary Care Centre");

    private Neighbourhoods() {}

    static List<Neighbourhood> all() {
        var all = new ArrayList<Neighbourhood>();
        add(all, "Ancoats and Clayton", "M4", "M11");
        add(all, "Blackley and Harpurhey", "M9");
        add(all, "Cheetham and Crumpsall", "M8");
        add(all, "Moston and Newton Heath", "M40");
        add(all, "Ardwick and Longsight", "M12", "M13");
        add(all, "City Centre and Rusholme", "M1", "M14");
        add(all, "Gorton and Levenshulme", "M18", "M19");
        add(all, "Hulme and Moss Side", "M15", "M16");
        add(all, "Chorlton and Whalley Range", "M21", "M16");
        add(all, "Didsbury and Burnage", "M20", "M19");
        add(all, "Fallowfield and Withington", "M14", "M20");
        add(all, "Wythenshawe", "M22", "M23");
        return List.copyOf(all);
    }

    private static void add(List<Neighbourhood> all, String name, String... postcodeDistricts) {
        int place = all.size();
        var id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        var practices = new ArrayList<Practice>();
        for (int i = 0; i < 9 + place % 2; i++) {
            practices.add(practice(place * 10 + i, id));
        }
        all.add(new Neighbourhood(id, name, List.of(postcodeDistricts), practices));
    }

    /** No two names are the same: the lists' sizes, 19 and 7, have no common factor, and 133 is more than there are numbers. */
    private static Practice practice(int number, String neighbourhoodId) {
        var name = FIRST_WORDS.get(number % FIRST_WORDS.size()) + " " + LAST_WORDS.get(number % LAST_WORDS.size());
        return new Practice("P99%03d".formatted(number + 1), name, neighbourhoodId);
    }
}
