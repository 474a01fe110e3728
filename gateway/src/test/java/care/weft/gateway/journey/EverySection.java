package care.weft.gateway.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A question for everything that partners hold of a person, and what each said of it. */
final class EverySection {

    /** What may be shown again; who somebody is and who decides for them is asked each time. */
    static final Set<String> KEPT = Set.of("appointments", "carePackages", "referrals", "assessments", "stays");

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("appointments(first: 100)", "title description");
        TEXTS.put("carePackages", "title");
        TEXTS.put("referrals", "title reason { display }");
        TEXTS.put("assessments", "title summary statusReason team");
        TEXTS.put("stays", "title ward");
        TEXTS.put("relationships", "name");
    }

    static final List<String> NAMES = Stream.concat(
                    Stream.of("demographics"), TEXTS.keySet().stream().map(field -> field.replaceFirst("\\(.*", "")))
            .toList();

    private static final String SOURCES =
            " complete sources { partner { id } outcome retryable rejectedRecords message } } ";

    private EverySection() {}

    static String selection() {
        var selection = new StringBuilder("demographics { whereabouts value { name { display } }" + SOURCES);
        TEXTS.forEach((field, texts) -> selection.append(
                field + " { nodes { id " + texts + " provenance { partner { id } recordId } }" + SOURCES));
        return selection.toString();
    }
}
