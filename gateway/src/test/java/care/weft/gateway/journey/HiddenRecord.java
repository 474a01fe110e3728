package care.weft.gateway.journey;

import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.Disorder;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record more in a FHIR partner's answers, as if the partner held it: like another of its kind, open, under an id and in words of its
 * own, and with a label.
 */
final class HiddenRecord implements Disorder {

    /** By which it would be known. */
    static final String WORDS = "nobody-may-see-this";

    /** The kinds of resource that each is asked for. */
    static final Set<String> OF_THE_TRUST = Set.of(
            "Appointment",
            "ServiceRequest",
            "Encounter",
            "EpisodeOfCare",
            "Observation",
            "QuestionnaireResponse",
            "Task");

    static final Set<String> OF_THE_COUNCIL =
            Set.of("CareTeam", "EpisodeOfCare", "RelatedPerson", "ServiceRequest", "Task");
    static final Set<String> OF_PRACTICES = Set.of("Appointment", "Observation", "ReferralRequest");

    /** What it leaves alone it writes as it read it: 62.30 is not 62.3. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Set<String> types;
    private final @Nullable String label;
    private final AtomicInteger sent = new AtomicInteger();

    /**
     * Of which kinds there is one more.
     *
     * @param label a code of HL7's; null for a record without labels
     */
    HiddenRecord(Set<String> types, @Nullable String label) {
        this.types = Set.copyOf(types);
        this.label = label;
    }

    /** In how many answers it was. */
    int sent() {
        return sent.get();
    }

    @Override
    public Answer instead(String kind, Call call, Answer answer) {
        if (answer.status() != 200 || !(read(answer.body()) instanceof ObjectNode bundle)) {
            return answer;
        }
        var entries = bundle.path("entry");
        for (int place = 0; place < entries.size(); place++) {
            var resource = entries.path(place).path("resource");
            if (types.contains(resource.path("resourceType").asString(""))
                    && !entries.path(place)
                            .path("search")
                            .path("mode")
                            .asString("")
                            .equals("include")) {
                bundle.withArray("/entry").insert(place + 1, hidden((ObjectNode) entries.path(place)));
                if (bundle.has("total")) {
                    bundle.put("total", bundle.path("total").asInt() + 1);
                }
                sent.incrementAndGet();
                return new Answer(answer.status(), answer.headers(), JSON.writeValueAsString(bundle));
            }
        }
        return answer;
    }

    private ObjectNode hidden(ObjectNode like) {
        var entry = like.deepCopy();
        entry.put("fullUrl", "urn:uuid:" + WORDS);
        var resource = (ObjectNode) entry.path("resource");
        resource.put("id", WORDS);
        resource.put("description", WORDS);
        if (resource.path("status").asString("").equals("completed")) {
            resource.put("status", "active");
        }
        if (label != null) {
            resource.withObject("/meta").withArray("security").addObject().put("code", label);
        }
        return entry;
    }

    private static @Nullable Object read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
