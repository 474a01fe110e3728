package care.weft.stubs.gp;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.gp.SpineProblem.Code;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks the unsigned token that says who asks, for which organisation and why, as GP Connect's cross-organisation audit has
 * it: fresh for each request, good for five minutes.
 */
final class AuditToken {

    private static final int LIFETIME_SECONDS = 300;
    /** How far two clocks may be apart. */
    private static final int TOLERANCE_SECONDS = 5;

    private static final Set<String> USER_IDENTIFIERS =
            Set.of("https://fhir.nhs.uk/Id/sds-user-id", "https://fhir.nhs.uk/Id/sds-role-profile-id");

    private static final Pattern SPINE_NUMBER = Pattern.compile("[0-9]{12}|UNK");

    private final InstantSource clock;

    AuditToken(InstantSource clock) {
        this.clock = clock;
    }

    /** @throws SpineProblem when the token is missing, or not one that a practice accepts */
    void check(@Nullable String authorization, Surgery surgery) {
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            throw refused("Authorization header is missing or is not a bearer token");
        }
        var parts = authorization.substring("Bearer ".length()).split("\\.", -1);
        if (parts.length != 3 || !parts[2].isEmpty()) {
            throw refused("JWT must have three parts, the last of them empty");
        }
        var header = decoded(parts[0]);
        require(text(header, "/alg").equals("none"), "JWT header alg must be none");
        require(text(header, "/typ").equals("JWT"), "JWT header typ must be JWT");
        claims(decoded(parts[1]), surgery);
    }

    private void claims(JsonNode claims, Surgery surgery) {
        for (var claim : new String[] {"iss", "sub", "aud"}) {
            require(!text(claims, "/" + claim).isBlank(), "JWT " + claim + " claim is missing");
        }
        require(text(claims, "/aud").contains(surgery.path()), "JWT aud claim must be the address of this system");
        require(text(claims, "/reason_for_request").equals("directcare"), "JWT reason_for_request must be directcare");
        require(
                text(claims, "/requested_scope").equals("patient/*.read"),
                "JWT requested_scope must be patient/*.read");
        times(claims);
        device(claims.at("/requesting_device"));
        organisation(claims.at("/requesting_organization"));
        practitioner(claims.at("/requesting_practitioner"), text(claims, "/sub"));
    }

    private void times(JsonNode claims) {
        var begins = claims.at("/iat");
        var ends = claims.at("/exp");
        require(begins.isIntegralNumber() && ends.isIntegralNumber(), "JWT iat and exp must be whole seconds");
        require(ends.asLong() - begins.asLong() == LIFETIME_SECONDS, "JWT exp must be 300 seconds after iat");
        var now = clock.instant();
        require(
                !Instant.ofEpochSecond(begins.asLong()).isAfter(now.plusSeconds(TOLERANCE_SECONDS)),
                "JWT iat is in the future");
        require(
                !Instant.ofEpochSecond(ends.asLong()).isBefore(now.minusSeconds(TOLERANCE_SECONDS)),
                "JWT Request time has expired");
    }

    private static void device(JsonNode device) {
        require(text(device, "/resourceType").equals("Device"), "JWT requesting_device must be a Device");
        for (var field : new String[] {"/identifier/0/system", "/identifier/0/value", "/model", "/version"}) {
            require(!text(device, field).isBlank(), "JWT requesting_device lacks " + field);
        }
    }

    private static void organisation(JsonNode organisation) {
        require(
                text(organisation, "/resourceType").equals("Organization"),
                "JWT requesting_organization must be an Organization");
        require(!text(organisation, "/name").isBlank(), "JWT requesting_organization lacks its name");
        require(
                text(organisation, "/identifier/0/system").equals(Elements.ODS_CODE)
                        && !text(organisation, "/identifier/0/value").isBlank(),
                "JWT requesting_organization lacks its ODS code");
    }

    private static void practitioner(JsonNode practitioner, String subject) {
        require(
                text(practitioner, "/resourceType").equals("Practitioner"),
                "JWT requesting_practitioner must be a Practitioner");
        require(text(practitioner, "/id").equals(subject), "JWT requesting_practitioner id must be the sub claim");
        require(!text(practitioner, "/name/0/family").isBlank(), "JWT requesting_practitioner lacks its name");
        require(
                StreamSupport.stream(practitioner.at("/identifier").spliterator(), false)
                        .filter(identifier -> USER_IDENTIFIERS.contains(text(identifier, "/system")))
                        .allMatch(identifier ->
                                SPINE_NUMBER.matcher(text(identifier, "/value")).matches()),
                "JWT requesting_practitioner must have numbers of the Spine of twelve digits, or UNK");
        var systems = StreamSupport.stream(practitioner.at("/identifier").spliterator(), false)
                .filter(identifier -> !text(identifier, "/value").isBlank())
                .map(identifier -> text(identifier, "/system"))
                .collect(Collectors.toSet());
        require(
                systems.containsAll(USER_IDENTIFIERS) && systems.size() > USER_IDENTIFIERS.size(),
                "JWT requesting_practitioner must have its SDS user id, its SDS role profile id and a local id");
    }

    private static JsonNode decoded(String part) {
        try {
            return JsonMapper.shared()
                    .readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            throw refused("JWT is not base64url encoded JSON");
        }
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString("");
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw refused(rule);
        }
    }

    private static SpineProblem refused(String rule) {
        return new SpineProblem(Code.BAD_REQUEST, rule);
    }
}
