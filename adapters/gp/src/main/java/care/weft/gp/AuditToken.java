package care.weft.gp;

import care.weft.spi.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The unsigned token that tells a practice for whom it is asked and why: made for each call, good for five minutes.
 *
 * <p>Source: GP Connect, cross-organisation audit and provenance. It is no credential: what lets the gateway in is its
 * certificate on the Spine.
 */
final class AuditToken {

    private static final long LIFETIME_SECONDS = 300;
    private static final Base64.Encoder BASE_64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");

    /** What stands where somebody has no number of this kind on the Spine. */
    private static final String UNKNOWN = "UNK";

    private static final Pattern SPINE_NUMBER = Pattern.compile("[0-9]{12}");

    private AuditToken() {}

    /**
     * Makes a token.
     *
     * @param audience the address of the practice's system
     */
    static String of(GpSettings settings, Actor actor, Requester requester, String audience, Instant now) {
        long issued = now.getEpochSecond();
        var claims = Map.of(
                "iss",
                settings.issuer(),
                "sub",
                actor.id(),
                "aud",
                audience,
                "iat",
                issued,
                "exp",
                issued + LIFETIME_SECONDS,
                "reason_for_request",
                "directcare",
                "requested_scope",
                "patient/*.read",
                "requesting_device",
                device(settings),
                "requesting_organization",
                organisation(requester),
                "requesting_practitioner",
                practitioner(settings, actor));
        return HEADER + "." + encoded(JsonMapper.shared().writeValueAsString(claims)) + ".";
    }

    private static Map<String, Object> device(GpSettings settings) {
        return Map.of(
                "resourceType", "Device",
                "id", settings.asid(),
                "identifier", List.of(identifier(settings.issuer() + "/device", settings.asid())),
                "model", "Weft",
                "version", "1");
    }

    private static Map<String, Object> organisation(Requester requester) {
        return Map.of(
                "resourceType", "Organization",
                "id", requester.code(),
                "identifier", List.of(identifier("https://fhir.nhs.uk/Id/ods-organization-code", requester.code())),
                "name", requester.name());
    }

    /** Who has no role profile of this kind, or did not sign in with a smartcard, is said to be unknown to the Spine: nothing is made up. */
    private static Map<String, Object> practitioner(GpSettings settings, Actor actor) {
        var spine = actor.spine();
        return Map.of(
                "resourceType",
                "Practitioner",
                "id",
                actor.id(),
                "identifier",
                List.of(
                        identifier(
                                "https://fhir.nhs.uk/Id/sds-user-id",
                                onTheSpine(spine == null ? null : spine.userId())),
                        identifier(
                                "https://fhir.nhs.uk/Id/sds-role-profile-id",
                                onTheSpine(spine == null ? null : spine.roleProfileId())),
                        identifier(settings.issuer() + "/user", actor.id())),
                "name",
                List.of(name(actor.name())));
    }

    /** A user's issuer gives the whole name; practices want the family name by itself, which is mostly the last word. */
    private static Map<String, Object> name(String whole) {
        var words = whole.strip();
        int last = words.lastIndexOf(' ');
        return last < 0
                ? Map.of("text", words, "family", words.isEmpty() ? UNKNOWN : words)
                : Map.of(
                        "text",
                        words,
                        "family",
                        words.substring(last + 1),
                        "given",
                        List.of(words.substring(0, last).strip()));
    }

    private static String onTheSpine(@Nullable String id) {
        return id != null && SPINE_NUMBER.matcher(id).matches() ? id : UNKNOWN;
    }

    private static Map<String, Object> identifier(String system, String value) {
        return Map.of("system", system, "value", value);
    }

    private static String encoded(String json) {
        return BASE_64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
