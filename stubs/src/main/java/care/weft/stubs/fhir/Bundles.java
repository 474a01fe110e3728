package care.weft.stubs.fhir;

import care.weft.stubs.partner.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes searchset Bundles around resources that are text already. */
final class Bundles {

    private Bundles() {}

    /** @param total of all pages */
    static Answer searchset(
            String baseUrl, String type, List<StoredResource> page, int total, String self, @Nullable String next) {
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
        for (int i = 0; i < page.size(); i++) {
            bundle.append(i == 0 ? ",\"entry\":[" : ",")
                    .append("{\"fullUrl\":\"")
                    .append(baseUrl)
                    .append('/')
                    .append(type)
                    .append('/')
                    .append(page.get(i).id())
                    .append("\",\"resource\":")
                    .append(page.get(i).json())
                    .append(",\"search\":{\"mode\":\"match\"}}");
        }
        bundle.append(page.isEmpty() ? "}" : "]}");
        return Answer.of(200, Outcomes.FHIR_JSON, bundle.toString());
    }

    private static void link(StringBuilder bundle, String relation, String url) {
        bundle.append("{\"relation\":\"")
                .append(relation)
                .append("\",\"url\":")
                .append(Json.text(Json.array(url).get(0)))
                .append('}');
    }
}
