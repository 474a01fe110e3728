package care.weft.stubs.fhir;

import care.weft.stubs.partner.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes searchset Bundles around resources that are text already. */
final class Bundles {

    private Bundles() {}

    /** @param total of all pages */
    static Answer searchset(
            String baseUrl,
            String type,
            List<StoredResource> page,
            List<StoredResource> encounters,
            int total,
            String self,
            @Nullable String next) {
        var bundle = new StringBuilder(page.size() * 2_000 + 500)
                .append("{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"total\":")
                .append(total)
                .append(",\"link\":[");
        link(bundle, "self", self);
        if (next != null) {
            link(bundle.append(','), "next", next);
        }
        bundle.append(']');
        // FHIR has no empty arrays.
        var entries = Stream.concat(
                        page.stream().map(resource -> entry(baseUrl, type, resource, "match")),
                        encounters.stream().map(resource -> entry(baseUrl, "Encounter", resource, "include")))
                .collect(Collectors.joining(","));
        bundle.append(entries.isEmpty() ? "}" : ",\"entry\":[" + entries + "]}");
        return Answer.of(200, Outcomes.FHIR_JSON, bundle.toString());
    }

    private static String entry(String baseUrl, String type, StoredResource resource, String mode) {
        return "{\"fullUrl\":\"" + baseUrl + "/" + type + "/" + resource.id() + "\",\"resource\":" + resource.json()
                + ",\"search\":{\"mode\":\"" + mode + "\"}}";
    }

    private static void link(StringBuilder bundle, String relation, String url) {
        bundle.append("{\"relation\":\"")
                .append(relation)
                .append("\",\"url\":")
                .append(Json.text(Json.array(url).get(0)))
                .append('}');
    }
}
