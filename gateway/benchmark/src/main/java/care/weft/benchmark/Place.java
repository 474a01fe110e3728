package care.weft.benchmark;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the stubs are, as they tell it to the other processes.
 *
 * @param issuer of all tokens
 * @param userToken a GP's
 * @param partnerToken the gateway's own for every partner
 * @param partners base address by partner id
 * @param people NHS numbers
 */
record Place(String issuer, String userToken, String partnerToken, Map<String, URI> partners, List<String> people) {

    private static final String PARTNER = "partner.";

    /** One line without blanks inside its parts. */
    String write() {
        return "issuer=" + issuer + " userToken=" + userToken + " partnerToken=" + partnerToken + " people="
                + String.join(",", people)
                + partners.entrySet().stream()
                        .map(partner -> " " + PARTNER + partner.getKey() + "=" + partner.getValue())
                        .collect(Collectors.joining());
    }

    static Place read(String line) {
        var parts = new TreeMap<String, String>();
        for (var part : line.split(" ", -1)) {
            int equals = part.indexOf('=');
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        var partners = new TreeMap<String, URI>();
        parts.forEach((name, value) -> {
            if (name.startsWith(PARTNER)) {
                partners.put(name.substring(PARTNER.length()), URI.create(value));
            }
        });
        return new Place(
                part(parts, "issuer"),
                part(parts, "userToken"),
                part(parts, "partnerToken"),
                partners,
                Arrays.asList(part(parts, "people").split(",", -1)));
    }

    private static String part(Map<String, String> parts, String name) {
        var value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The stubs did not tell their " + name);
        }
        return value;
    }
}
