package care.weft.fhir;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a record opens in a partner's own system.
 *
 * @param template an address in which <code>{type}</code> and <code>{id}</code> stand for the record's; empty for nowhere
 */
public record OpenIn(String template) {

    public static final OpenIn NOWHERE = new OpenIn("");

    /**
     * Reads the setting {@code open-in}.
     *
     * @throws IllegalArgumentException when it is neither empty nor an https or http address that names the record; the message
     *     names the setting, without its value
     */
    public static OpenIn of(String template) {
        var openIn = new OpenIn(template);
        if (template.isEmpty()) {
            return NOWHERE;
        }
        if (!template.contains("{id}") || !isWebAddress(openIn.filled("Task", "1"))) {
            throw new IllegalArgumentException("Setting 'open-in' must be a web address with {id} in it");
        }
        return openIn;
    }

    /** The address of one record; null for nowhere, and for a record without an id. */
    public @Nullable URI address(Resource resource) {
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
