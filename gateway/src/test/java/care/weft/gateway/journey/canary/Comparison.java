package care.weft.gateway.journey.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether what was told of a person under load is what is told when they are asked for alone, as far as the same partners answered:
 * how fresh it is makes no difference.
 */
final class Comparison {

    /** What makes no difference when it is said twice. */
    private static final Set<String> SETTLED =
            Set.of("ANSWERED", "NO_RECORD", "NOTHING_RELEASED", "REFUSED", "WITHHELD", "NOT_NEEDED", "NOT_OFFERED");

    /** Put together from several partners, or withheld when one of them says so. */
    private static final Set<String> JOINED = Set.of(Selections.DEMOGRAPHICS, "involvements", "relationships");

    private final boolean whole;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    private Comparison(boolean whole) {
        this.whole = whole;
    }

    /** The same is to be told. */
    static Comparison same(JsonNode alone, JsonNode underLoad) {
        return new Comparison(true).of(alone, underLoad);
    }

    /**
     * No record is to be told that is not told of them alone: less may be, where a partner mixes up its callers, for an answer that
     * holds no record of a section is nobody's. What is put together from several partners is not compared then.
     */
    static Comparison nothingElse(JsonNode alone, JsonNode underLoad) {
        return new Comparison(false).of(alone, underLoad);
    }

    private Comparison of(JsonNode alone, JsonNode underLoad) {
        compareJoined(Selections.DEMOGRAPHICS, alone, underLoad);
        for (var list : Selections.lists()) {
            if (JOINED.contains(list) || isCut(alone.path(list)) || isCut(underLoad.path(list))) {
                compareJoined(list, alone, underLoad);
            } else {
                compareByPartner(list, alone.path(list), underLoad.path(list));
            }
        }
        return this;
    }

    /** Where what is told differs; sections and partners only. */
    List<String> differences() {
        return differences;
    }

    /** How many partners' parts of a section could be compared. */
    int compared() {
        return compared;
    }

    private void compareJoined(String section, JsonNode alone, JsonNode underLoad) {
        // The register says where somebody is registered and whether that may be told.
        var sources = sources(alone, section);
        var register = sources(alone, Selections.DEMOGRAPHICS);
        boolean settled = whole
                && !sources.isEmpty()
                && isSettled(sources)
                && isSettled(register)
                && sources.equals(sources(underLoad, section))
                && register.equals(sources(underLoad, Selections.DEMOGRAPHICS));
        if (settled) {
            compared++;
            if (!told(alone.path(section)).equals(told(underLoad.path(section)))) {
                differences.add(section);
            }
        }
    }

    /** On a page, one partner's records take the place of another's. */
    private static boolean isCut(JsonNode list) {
        return list.path("totalCount").path("value").asInt(0)
                > list.path("nodes").size();
    }

    private void compareByPartner(String list, JsonNode alone, JsonNode underLoad) {
        var partners = alone.path("sources")
                .valueStream()
                .map(Comparison::partnerOf)
                .distinct()
                .toList();
        for (var partner : partners) {
            var sources = of(partner, alone.path("sources"));
            if (isSettled(sources)
                    && sources.stream().anyMatch(source -> source.outcome().equals("ANSWERED"))
                    && sources.equals(of(partner, underLoad.path("sources")))) {
                compared++;
                var before = records(partner, alone);
                var now = records(partner, underLoad);
                if (whole ? !before.equals(now) : !before.containsAll(now)) {
                    differences.add("%s of %s, %d records and %d".formatted(list, partner, before.size(), now.size()));
                }
            }
        }
    }

    /** What came of asking one partner for one section. */
    private record Source(String partner, String section, String outcome) {

        static List<Source> all(JsonNode sources) {
            return sources.valueStream()
                    .map(source -> new Source(
                            partnerOf(source),
                            source.path("section").asString(),
                            source.path("outcome").asString()))
                    .toList();
        }
    }

    private static boolean isSettled(List<Source> sources) {
        return sources.stream().allMatch(source -> SETTLED.contains(source.outcome()));
    }

    private static List<Source> sources(JsonNode person, String section) {
        return Source.all(person.path(section).path("sources"));
    }

    private static List<Source> of(String partner, JsonNode sources) {
        return Source.all(sources).stream()
                .filter(source -> source.partner().equals(partner))
                .toList();
    }

    private static List<JsonNode> records(String partner, JsonNode list) {
        return list.path("nodes")
                .valueStream()
                .filter(node -> partnerOf(node.path("provenance")).equals(partner))
                .toList();
    }

    /** All of a section but its sources, whose words say how fresh it is. */
    private static JsonNode told(JsonNode section) {
        return section instanceof ObjectNode object ? object.deepCopy().without("sources") : section;
    }

    private static String partnerOf(JsonNode source) {
        return source.path("partner").path("id").asString();
    }
}
