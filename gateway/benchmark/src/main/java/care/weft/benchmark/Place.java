package care.weft.benchmark;

import care.weft.spi.AdapterSettings;
import care.weft.spi.Endpoint;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the stubs are, as they tell it to the other processes.
 *
 * @param issuer of all tokens
 * @param userToken a GP's
 * @param employer of that GP: an ODS code
 * @param operatorToken of one who may have the gateway forget what it keeps
 * @param partnerToken the gateway's own for every partner
 * @param partners settings by partner id, each by its key below {@code weft.partners.<id>.}
 * @param people NHS numbers
 */
record Place(
        String issuer,
        String userToken,
        String employer,
        String operatorToken,
        String partnerToken,
        SortedMap<String, Map<String, String>> partners,
        List<String> people) {

    private static final String OF_THE_ADAPTER = "adapter.";

    /** One line. */
    String write() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    static Place read(String line) {
        return JsonMapper.shared().readValue(line, Place.class);
    }

    /**
     * Those people who are shown, and can be asked for.
     *
     * @throws IllegalStateException if they are fewer than half: equal questions at the same time share their calls, so figures of a few
     *     people would be better than those of many
     */
    List<String> most(List<String> shown) {
        if (2 * shown.size() < people.size()) {
            throw new IllegalStateException(
                    "Only %d of %d people are shown, and each time the same".formatted(shown.size(), people.size()));
        }
        return shown;
    }

    Endpoint endpoint(String partner) {
        return new Endpoint(
                partner, URI.create(Objects.requireNonNull(settings(partner).get("base-url"))));
    }

    AdapterSettings adapterSettings(String partner) {
        var own = new HashMap<String, String>();
        settings(partner).forEach((key, value) -> {
            if (key.startsWith(OF_THE_ADAPTER)) {
                own.put(key.substring(OF_THE_ADAPTER.length()), value);
            }
        });
        return new AdapterSettings(own);
    }

    /** Whether the partner is shown a token of the gateway's own. */
    boolean wantsToken(String partner) {
        return settings(partner).containsKey("oauth2.token-uri");
    }

    private Map<String, String> settings(String partner) {
        return Objects.requireNonNull(partners.get(partner), "The stubs did not tell of a partner");
    }
}
