package care.weft.stubs.fhir;

import care.weft.stubs.fhir.PageTokens.Page;
import care.weft.stubs.partner.Answer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers searches, a page at a time. Safe for concurrent use. */
public final class SearchAnswers {

    private static final String PAGE = "_page";

    private final PageTokens tokens;

    public SearchAnswers(InstantSource clock) {
        tokens = new PageTokens(clock);
    }

    /** What is held of each patient. */
    public interface Records {
        /** In the order in which they are sent; empty for a patient who is not known. */
        List<StoredResource> of(String patient, String type);
    }

    /**
     * Answers a search for one type of resource, or for a further page of one.
     *
     * @param baseUrl of the server, as the caller addressed it
     * @throws FhirProblem if it cannot be answered
     */
    public Answer answer(
            String baseUrl, String type, Map<String, List<String>> query, SearchRules rules, Records records) {
        var token = query.get(PAGE);
        var page = token == null ? new Page(type, written(query), 0) : tokens.page(token.getFirst());
        if (!page.type().equals(type) || (token != null && query.size() > 1)) {
            throw FhirProblem.invalid("value", "A page is asked for with its own link only");
        }
        var search = Search.of(baseUrl, read(page.query()), rules);
        var found = records.of(search.patient(), type).stream()
                .filter(search::matches)
                .toList();
        int end = Math.min(page.offset() + search.count(), found.size());
        return Bundles.searchset(
                baseUrl,
                type,
                found.subList(page.offset(), end),
                search.withEncounters()
                        ? encounters(found.subList(page.offset(), end), search.patient(), records)
                        : List.of(),
                found.size(),
                baseUrl + "/" + type + "?" + written(query),
                next(baseUrl, page, end, search.count() > 0 && end < found.size()));
    }

    /** Those that are named, each once. */
    private static List<StoredResource> encounters(List<StoredResource> found, String patient, Records records) {
        var named = found.stream()
                .map(resource -> JsonMapper.shared()
                        .readTree(resource.json())
                        .path("encounter")
                        .path("reference")
                        .asString(""))
                .collect(Collectors.toSet());
        return records.of(patient, "Encounter").stream()
                .filter(encounter -> named.contains("Encounter/" + encounter.id()))
                .toList();
    }

    /** A searchset of resources that were found otherwise, on one page. */
    public static Answer onePage(
            String baseUrl, String type, Map<String, List<String>> query, List<StoredResource> found) {
        var self = baseUrl + "/" + type + "?" + written(query);
        return Bundles.searchset(baseUrl, type, found, List.of(), found.size(), self, null);
    }

    private @Nullable String next(String baseUrl, Page page, int offset, boolean more) {
        return more
                ? baseUrl + "/" + page.type() + "?" + PAGE + "="
                        + tokens.token(new Page(page.type(), page.query(), offset))
                : null;
    }

    private static String written(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, List<String>> read(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
