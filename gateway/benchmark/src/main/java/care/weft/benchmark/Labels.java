package care.weft.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an answer to {@code one-person-labelled.graphql} is labelled: of each list, whether it is complete, what came of asking
 * each partner, and whose records it shows.
 *
 * @param person the number
 * @param lists by name
 */
record Labels(String person, Map<String, Listed> lists) {

    /** {@code first} in the operation. */
    private static final int PAGE = 100;

    private static final Set<String> NOT_ASKED = Set.of("NOT_OFFERED", "NOT_NEEDED", "WITHHELD");

    /**
     * One list.
     *
     * @param sources by partner and section
     * @param records their ids, by partner
     */
    record Listed(boolean complete, Map<String, Source> sources, Map<String, Set<String>> records) {

        private Set<String> recordsOf(String partner) {
            return records.getOrDefault(partner, Set.of());
        }
    }

    /** What one partner said. */
    record Source(String partner, String outcome, boolean retryable) {}

    /** Whether no list goes on after the page that was asked for: of one that does, more of one partner is shown when another is silent. */
    boolean onOnePage() {
        return lists.values().stream()
                .allMatch(list ->
                        list.records.values().stream().mapToInt(Set::size).sum() < PAGE);
    }

    /** Empty for what is not an answer with a person and without errors. */
    static Optional<Labels> read(Reply reply) {
        if (reply.status() != 200) {
            return Optional.empty();
        }
        var answer = JsonMapper.shared().readTree(reply.body());
        var person = answer.path("data").path("person");
        if (answer.has("errors") || !person.isObject()) {
            return Optional.empty();
        }
        var lists = new TreeMap<String, Listed>();
        person.properties().stream()
                .filter(field -> field.getValue().isObject())
                .forEach(field -> lists.put(field.getKey(), listed(field.getValue())));
        return Optional.of(new Labels(person.path("nhsNumber").asString(), lists));
    }

    private static Listed listed(JsonNode list) {
        var sources = new TreeMap<String, Source>();
        for (var source : list.path("sources")) {
            var partner = source.path("partner").path("id").asString();
            sources.put(
                    partner + " " + source.path("section").asString(),
                    new Source(
                            partner,
                            source.path("outcome").asString(),
                            source.path("retryable").asBoolean()));
        }
        var records = new TreeMap<String, Set<String>>();
        for (var node : list.path("nodes")) {
            records.computeIfAbsent(
                            node.path("provenance").path("partner").path("id").asString(), _ -> new HashSet<>())
                    .add(node.path("id").asString());
        }
        return new Listed(list.path("complete").asBoolean(), sources, records);
    }

    /**
     * What is wrong with the labels of a later answer about the same person, in words without anything personal; nothing when
     * they are right.
     *
     * @param troubles that were there; without any, both answers must say the same
     */
    List<String> mistakesOf(Labels later, Set<Trouble> troubles) {
        var mistakes = new ArrayList<String>();
        if (!later.person.equals(person) || !later.lists.keySet().equals(lists.keySet())) {
            mistakes.add("another person, or other lists");
            return mistakes;
        }
        lists.forEach((name, before) -> {
            var now = Objects.requireNonNull(later.lists.get(name));
            if (!now.sources.keySet().equals(before.sources.keySet())) {
                mistakes.add(name + ": other sources");
                return;
            }
            boolean allAsBefore = true;
            for (var source : before.sources.entrySet()) {
                var said = Objects.requireNonNull(now.sources.get(source.getKey()));
                if (!isRight(source.getValue(), said, before, now, troubles)) {
                    var partner = said.partner();
                    mistakes.add("%s: %s %s with %d records, was %s with %d"
                            .formatted(
                                    name,
                                    source.getKey(),
                                    said.outcome(),
                                    now.recordsOf(partner).size(),
                                    source.getValue().outcome(),
                                    before.recordsOf(partner).size()));
                }
                allAsBefore &= said.outcome().equals(source.getValue().outcome());
            }
            if (now.complete != (before.complete && allAsBefore)) {
                mistakes.add(name + (now.complete ? ": complete" : ": not complete"));
            }
        });
        return mistakes;
    }

    /** Whether a later answer about the same person says the same of all partners that are not in trouble, and shows the same. */
    boolean keepsOthers(Labels later, Set<Trouble> troubles) {
        return later.person.equals(person)
                && later.lists.keySet().equals(lists.keySet())
                && lists.entrySet().stream()
                        .allMatch(list -> keepsOthers(
                                list.getValue(), Objects.requireNonNull(later.lists.get(list.getKey())), troubles));
    }

    private static boolean keepsOthers(Listed before, Listed now, Set<Trouble> troubles) {
        return before.sources.entrySet().stream()
                .filter(source ->
                        Trouble.of(source.getValue().partner(), troubles).isEmpty())
                .allMatch(source -> source.getValue().equals(now.sources.get(source.getKey()))
                        && now.recordsOf(source.getValue().partner())
                                .equals(before.recordsOf(source.getValue().partner())));
    }

    private static boolean isRight(
            Source before, Source now, Listed listBefore, Listed listNow, Set<Trouble> troubles) {
        var partner = before.partner();
        var earlier = listBefore.recordsOf(partner);
        var records = listNow.recordsOf(partner);
        boolean asBefore = now.outcome().equals(before.outcome()) && records.equals(earlier);
        // Of whom it is not known who they are, no partner is asked.
        if (before.outcome().equals("NOT_LINKED") && asBefore) {
            return true;
        }
        var trouble = NOT_ASKED.contains(before.outcome()) ? Optional.<Trouble>empty() : Trouble.of(partner, troubles);
        return trouble.map(what -> switch (what) {
                    case HANGS ->
                        Set.of("TIMED_OUT", "UNAVAILABLE").contains(now.outcome())
                                && now.retryable()
                                && records.isEmpty();
                    case ANSWERS_503 -> now.outcome().equals("UNAVAILABLE") && now.retryable() && records.isEmpty();
                    case FLAPS -> asBefore || (now.retryable() && earlier.containsAll(records));
                })
                .orElse(asBefore);
    }
}
