package care.weft.stubs.fhir;

import care.weft.stubs.identity.PartnerGuard;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.PartnerSystem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A FHIR R4 server below {@code /fhir/R4}, for reading: patients by identifier or id, and searches for what is held of one. */
public final class FhirSystem implements PartnerSystem {

    private static final String BASE_PATH = "/fhir/R4";
    private static final Set<String> OF_A_PATIENT_SEARCH = Set.of("identifier", "_count", "_format", "_pretty");

    private final Map<String, SearchRules> searches;
    private final Set<String> notShared;
    private final FhirRecords<?> records;
    private final PartnerGuard guard;
    private final SearchAnswers answers;

    /**
     * Makes one.
     *
     * @param searches by the type of resource that each is for
     * @param notShared types that it has and shares with nobody
     * @param clock tells when links to further pages are too old
     */
    public FhirSystem(
            Map<String, SearchRules> searches,
            Set<String> notShared,
            FhirRecords<?> records,
            PartnerGuard guard,
            InstantSource clock) {
        this.searches = Map.copyOf(searches);
        this.notShared = Set.copyOf(notShared);
        this.records = records;
        this.guard = guard;
        answers = new SearchAnswers(clock);
    }

    @Override
    public String basePath() {
        return BASE_PATH;
    }

    @Override
    public Answer answer(Call call) {
        if (call.path().equals(BASE_PATH + "/metadata")) {
            return Answer.of(200, Outcomes.FHIR_JSON, Capabilities.statement(searches));
        }
        var challenge = guard.challenge(call.header("Authorization"));
        if (challenge.isPresent()) {
            return Outcomes.of(401, "login", "A bearer token for this system is required")
                    .with("WWW-Authenticate", challenge.get());
        }
        if (!acceptsJson(call.header("Accept"))) {
            return Outcomes.of(406, "not-supported", "This server answers in application/fhir+json only");
        }
        if (!call.method().equals("GET")) {
            return Outcomes.of(405, "not-supported", "This server is for reading")
                    .with("Allow", "GET");
        }
        try {
            return read(call);
        } catch (FhirProblem problem) {
            return Outcomes.of(problem);
        }
    }

    private Answer read(Call call) {
        var path = call.path().startsWith(BASE_PATH + "/") ? call.path().substring(BASE_PATH.length() + 1) : "";
        var base = call.origin() + BASE_PATH;
        if (path.equals("Patient")) {
            return SearchAnswers.onePage(base, "Patient", call.query(), patients(call.query()));
        }
        if (path.startsWith("Patient/")) {
            return records.patient(path.substring("Patient/".length()))
                    .map(patient ->
                            Answer.of(200, Outcomes.FHIR_JSON, patient.json()).with("ETag", "W/\"1\""))
                    .orElseThrow(() -> new FhirProblem(404, "not-found", "No such Patient"));
        }
        if (notShared.contains(path)) {
            throw new FhirProblem(403, "forbidden", "This is not shared with this client");
        }
        var rules = searches.get(path);
        if (rules == null) {
            throw new FhirProblem(404, "not-supported", "This server has nothing of that kind");
        }
        return answers.answer(base, path, call.query(), rules, records);
    }

    private List<StoredResource> patients(Map<String, List<String>> query) {
        for (var name : query.keySet()) {
            if (!OF_A_PATIENT_SEARCH.contains(name)) {
                throw new FhirProblem(400, "not-supported", "Unknown search parameter '" + name + "'");
            }
        }
        var identifiers = query.getOrDefault("identifier", List.of());
        if (identifiers.isEmpty()) {
            throw new FhirProblem(400, "required", "The search parameter 'identifier' is required");
        }
        var identifier = identifiers.getFirst();
        int bar = identifier.indexOf('|');
        if (identifiers.size() > 1 || bar < 1 || bar == identifier.length() - 1 || identifier.contains(",")) {
            throw new FhirProblem(400, "value", "Search for one identifier, as system|value");
        }
        return records.patients(identifier.substring(0, bar), identifier.substring(bar + 1));
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null
                || Stream.of(accept.split(",", -1))
                        .map(range -> range.split(";", 2)[0].strip())
                        .anyMatch(
                                Set.of("application/fhir+json", "application/json", "application/*", "*/*")::contains);
    }
}
