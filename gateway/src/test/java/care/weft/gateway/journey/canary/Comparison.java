package care.weft.gateway.journey.canary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether what was told of a person under load is what is told when they are asked for alone, as far as the same partners answered. */
final class Comparison {

    /** What makes no difference when it is said twice. */
    private static final Set<String> SETTLED =
            Set.of("ANSWERED", "NO_RECORD", "NOTHING_RELEASED", "REFUSED", "WITHHELD", "NOT_NEEDED", "NOT_OFFERED");

    /** Put together from several partners, or withheld when one of them says so. */
    private static final Set<String> JOINED = Set.of(Selections.DEMOGRAPHICS, "involvements", "relationships");

    private final List<String> differences = new ArrayList<>();
    private int compared;

    private Comparison() {}

    static Comparison of(JsonNode alone, JsonNode underLoad) {
        var comparison = new Comparison();
        comparison.compareJoined(Selections.DEMOGRAPHICS, alone, underLoad);
        for (var list : Selections.lists()) {
            if (JOINED.contains(list) || isCut(alone.path(list)) || isCut(underLoad.path(list))) {
                comparison.compareJoined(list, alone, underLoad);
            } else {
                comparison.compareByPartner(list, alone.path(list), underLoad.path(list));
            }
        }
        return comparison;
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
        boolean settled = !sources.isEmpty()
                && isSettled(sources)
                && isSettled(register)
                && sources.equals(sources(underLoad, section))
                && register.equals(sources(underLoad, Selections.DEMOGRAPHICS));
        if (settled) {
            compared++;
            if (!alone.path(section).equals(underLoad.path(section))) {
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
                .map(Comparison::partner)
                .distinct()
                .toList();
        for (var partner : partners) {
            var sources = of(partner, alone.path("sources"));
            if (isSettled(sources)
                    && sources.stream().anyMatch(source -> outcome(source).equals("ANSWERED"))
                    && sources.equals(of(partner, underLoad.path("sources")))) {
                compared++;
                if (!records(partner, alone).equals(records(partner, underLoad))) {
                    differences.add(list + " of " + partner);
                }
            }
        }
    }

    private static boolean isSettled(List<JsonNode> sources) {
        return sources.stream().allMatch(source -> SETTLED.contains(outcome(source)));
    }

    private static List<JsonNode> sources(JsonNode person, String section) {
        return person.path(section).path("sources").valueStream().toList();
    }

    private static List<JsonNode> records(String partner, JsonNode list) {
        return list.path("nodes")
                .valueStream()
                .filter(node -> partner(node.path("provenance")).equals(partner))
                .toList();
    }

    private static List<JsonNode> of(String partner, JsonNode sources) {
        return sources.valueStream()
                .filter(source -> partner(source).equals(partner))
                .toList();
    }

    private static String partner(JsonNode source) {
        return Objects.requireNonNull(source.path("partner").path("id").asString());
    }

    private static String outcome(JsonNode source) {
        return source.path("outcome").asString();
    }
}
