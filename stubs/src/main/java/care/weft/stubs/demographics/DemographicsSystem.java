package care.weft.stubs.demographics;

import care.weft.stubs.fhir.Json;
import care.weft.stubs.identity.PartnerGuard;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.PartnerSystem;
import care.weft.stubs.population.NhsNumbers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The register's FHIR server: one person by number, and the people related to them. It has no search for applications. */
final class DemographicsSystem implements PartnerSystem {

    private static final String BASE_PATH = "/personal-demographics/FHIR/R4";
    private static final Pattern PATIENT = Pattern.compile("Patient/([^/]+)(/RelatedPerson)?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ODS_CODE = Pattern.compile("[0-9A-Z]{3,10}");
    private static final Pattern ROLE_PROFILE = Pattern.compile("[0-9]{1,20}");

    private final Register register;
    private final PartnerGuard guard;
    private final CallRate rate;
    private final InstantSource clock;

    DemographicsSystem(Register register, PartnerGuard guard, CallRate rate, InstantSource clock) {
        this.register = register;
        this.guard = guard;
        this.rate = rate;
        this.clock = clock;
    }

    @Override
    public String basePath() {
        return BASE_PATH;
    }

    @Override
    public String kind(String path) {
        if (!path.startsWith(BASE_PATH + "/Patient")) {
            return "other";
        }
        return path.endsWith("/RelatedPerson") ? "RelatedPerson" : "Patient";
    }

    @Override
    public Answer answer(Call call) {
        return echo(call, "X-Correlation-ID", echo(call, "X-Request-ID", checked(call)));
    }

    private Answer checked(Call call) {
        var authorization = call.header("Authorization");
        var challenge = guard.challenge(authorization);
        if (challenge.isPresent()) {
            return SpineError.ACCESS_DENIED
                    .answer(authorization == null ? "Missing Authorization header" : "Invalid Access Token")
                    .with("WWW-Authenticate", challenge.get());
        }
        if (!rate.allows(application(String.valueOf(authorization)))) {
            return SpineError.TOO_MANY_REQUESTS.answer("There have been too many requests by this application");
        }
        return headerProblem(call).orElseGet(() -> read(call));
    }

    private static Optional<Answer> headerProblem(Call call) {
        return problem(call, "X-Request-ID", UUID, true)
                .or(() -> problem(call, "NHSD-End-User-Organisation-ODS", ODS_CODE, true))
                .or(() -> problem(call, "NHSD-Session-URID", ROLE_PROFILE, false))
                .or(() -> problem(call, "X-Correlation-ID", UUID, false));
    }

    private static Optional<Answer> problem(Call call, String header, Pattern form, boolean mandatory) {
        var value = call.header(header);
        if (value == null) {
            return mandatory
                    ? Optional.of(SpineError.MISSING_VALUE.answer("Invalid request with error - " + header
                            + " header must be supplied to access this resource"))
                    : Optional.empty();
        }
        return form.matcher(value).matches()
                ? Optional.empty()
                : Optional.of(
                        SpineError.INVALID_VALUE.answer("Invalid value - '" + value + "' in header '" + header + "'"));
    }

    private Answer read(Call call) {
        if (!call.method().equals("GET")) {
            return SpineError.INVALID_METHOD.answer(null).with("Allow", "GET");
        }
        var path = PATIENT.matcher(
                call.path().startsWith(BASE_PATH + "/") ? call.path().substring(BASE_PATH.length() + 1) : "");
        if (!path.matches()) {
            return SpineError.UNSUPPORTED_SERVICE.answer(null);
        }
        var number = path.group(1);
        if (!NhsNumbers.isTrue(number)) {
            return SpineError.INVALID_RESOURCE_ID.answer(null);
        }
        if (register.withdrawn(number)) {
            return SpineError.INVALIDATED_RESOURCE.answer(null);
        }
        var entry = register.entry(number);
        if (entry.isEmpty()) {
            return SpineError.RESOURCE_NOT_FOUND.answer(null);
        }
        return path.group(2) == null
                ? Answer.of(200, SpineError.FHIR_JSON, Json.text(entry.get().patient()))
                        .with("ETag", "W/\"" + entry.get().version() + "\"")
                : Answer.of(
                        200,
                        SpineError.FHIR_JSON,
                        Json.text(entry.get().related(call.origin() + BASE_PATH, clock.instant())));
    }

    /** The client that a token was issued to; the guard has checked the token. */
    private static String application(String authorization) {
        var payload = authorization.split("\\.", -1)[1];
        var claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(claims).path("client_id").asString("");
    }

    private static Answer echo(Call call, String header, Answer answer) {
        var value = call.header(header);
        return value == null ? answer : answer.with(header, value);
    }
}
