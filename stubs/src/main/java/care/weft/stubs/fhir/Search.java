package care.weft.stubs.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A search within one patient's record, as a strict server reads it: a parameter that it does not know is refused.
 *
 * @param patient the logical id
 * @param dates all must match
 * @param updated all must match
 * @param tokens by parameter: of each set one must match
 * @param withEncounters whether the encounters that are named come along
 * @param count the size of a page; 0 asks for the total alone
 */
record Search(
        String patient,
        List<DateFilter> dates,
        List<DateFilter> updated,
        Map<String, List<Set<String>>> tokens,
        boolean withEncounters,
        int count) {

    private static final int USUAL_COUNT = 20;
    private static final int LARGEST_COUNT = 50;
    private static final Set<String> WITHOUT_MEANING_HERE = Set.of("_format", "_pretty");

    static Search of(String origin, Map<String, List<String>> query, SearchRules rules) {
        var patients = query.getOrDefault("patient", List.of());
        require("patient", patients);
        rules.required().forEach(name -> require(name, query.getOrDefault(name, List.of())));
        if (patients.size() > 1 || patients.getFirst().contains(",")) {
            throw FhirProblem.invalid("not-supported", "Search for one patient at a time");
        }
        var dates = new ArrayList<DateFilter>();
        var updated = new ArrayList<DateFilter>();
        var tokens = new HashMap<String, List<Set<String>>>();
        int count = USUAL_COUNT;
        boolean withEncounters = false;
        for (var parameter : query.entrySet()) {
            var name = parameter.getKey();
            var values = parameter.getValue();
            if (name.equals(rules.dateParameter())) {
                values.forEach(value -> dates.add(DateFilter.of(name, value)));
            } else if (name.equals("_lastUpdated")) {
                values.forEach(value -> updated.add(DateFilter.of(name, value)));
            } else if (name.equals("_count")) {
                count = count(values);
            } else if (name.equals("_include") && rules.includes().containsAll(values)) {
                withEncounters = true;
            } else if (rules.tokenParameters().contains(name)) {
                tokens.put(name, values.stream().map(Search::alternatives).toList());
            } else if (!name.equals("patient") && !WITHOUT_MEANING_HERE.contains(name)) {
                throw FhirProblem.invalid("not-supported", "Unknown search parameter '" + name + "'");
            }
        }
        return new Search(logicalId(origin, patients.getFirst()), dates, updated, tokens, withEncounters, count);
    }

    boolean matches(StoredResource resource) {
        return dates.stream().allMatch(filter -> filter.matches(resource.date()))
                && updated.stream().allMatch(filter -> filter.matches(resource.lastUpdated()))
                && tokens.entrySet().stream()
                        .allMatch(asked ->
                                matches(asked.getValue(), resource.tokens().getOrDefault(asked.getKey(), Set.of())));
    }

    private static boolean matches(List<Set<String>> asked, Set<String> codes) {
        return asked.stream().allMatch(alternatives -> alternatives.stream().anyMatch(codes::contains));
    }

    private static void require(String name, List<String> values) {
        if (values.isEmpty() || values.getFirst().isBlank()) {
            throw FhirProblem.invalid("required", "The search parameter '" + name + "' is required");
        }
    }

    private static Set<String> alternatives(String value) {
        return new HashSet<>(List.of(value.split(",", -1)));
    }

    private static int count(List<String> values) {
        var value = values.getLast();
        if (!value.matches("[0-9]{1,6}")) {
            throw FhirProblem.invalid("value", "_count is not a whole number");
        }
        return Math.min(Integer.parseInt(value), LARGEST_COUNT);
    }

    private static String logicalId(String base, String reference) {
        var relative = reference.startsWith(base + "/") ? reference.substring(base.length() + 1) : reference;
        return relative.startsWith("Patient/") ? relative.substring("Patient/".length()) : relative;
    }
}
