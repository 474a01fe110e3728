package care.weft.trust;

import care.weft.fhir.Resource;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a record opens in the trust's own system.
 *
 * @param template an address in which <code>{type}</code> and <code>{id}</code> stand for the record's; empty for nowhere
 */
record OpenIn(String template) {

    static final OpenIn NOWHERE = new OpenIn("");

    /** @throws IllegalArgumentException when it is not an https or http address that names the record */
    static OpenIn of(String template) {
        var openIn = new OpenIn(template);
        if (template.isEmpty()) {
            return NOWHERE;
        }
        if (!template.contains("{id}") || !isWebAddress(openIn.filled("Task", "1"))) {
            throw new IllegalArgumentException("Setting 'open-in' must be a web address with {id} in it");
        }
        return openIn;
    }

    @Nullable
    URI address(Resource resource) {
        var id = resource.id();
        return template.isEmpty() || id == null ? null : URI.create(filled(resource.type(), id));
    }

    private String filled(String type, String id) {
        return template.replace("{type}", encoded(type)).replace("{id}", encoded(id));
    }

    private static boolean isWebAddress(String address) {
        try {
            var scheme = new URI(address).getScheme();
            return "https".equals(scheme) || "http".equals(scheme);
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static String encoded(String written) {
        return URLEncoder.encode(written, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
