package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.Json;
import care.weft.stubs.gp.SpineProblem.Code;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.population.NhsNumbers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The practices' own servers, each at its path, all behind the Spine proxy. */
final class PracticeServers {

    static final Pattern PATH = Pattern.compile("/([A-Z][0-9]{5})/STU3/1/gpconnect/((?:structured/)?fhir)/(.+)");

    private static final Pattern APPOINTMENTS = Pattern.compile("Patient/([^/]+)/Appointment");
    private static final String STRUCTURED = "Patient/$gpc.getstructuredrecord";

    private final Map<String, Surgery> surgeries;
    private final GpRecords records;
    private final AuditToken token;

    PracticeServers(Map<String, Surgery> surgeries, GpRecords records, InstantSource clock) {
        this.surgeries = surgeries;
        this.records = records;
        token = new AuditToken(clock);
    }

    Answer answer(Call call) {
        try {
            var body = Json.text(read(call));
            return Answer.of(200, SpineProblem.FHIR_JSON, body).with("Cache-Control", "no-store");
        } catch (SpineProblem problem) {
            return problem.answer();
        }
    }

    private ObjectNode read(Call call) {
        var path = PATH.matcher(call.path());
        var surgery = path.matches() ? surgeries.get(path.group(1)) : null;
        if (surgery == null) {
            throw new SpineProblem(Code.NO_RECORD_FOUND, "There is no such address");
        }
        var resource = path.group(3);
        var interaction = Stream.of(Interaction.values())
                .filter(each ->
                        each.base().equals(path.group(2)) && each.method().equals(call.method()))
                .filter(each -> asksFor(resource, each))
                .findFirst()
                .orElseThrow(() -> new SpineProblem(Code.NO_RECORD_FOUND, "This server has no such operation"));
        checkHeaders(call, surgery, interaction);
        token.check(call.header("Authorization"), surgery);
        if (!surgery.answers(interaction)) {
            throw new SpineProblem(Code.ACCESS_DENIED, "This capability is not enabled at the practice");
        }
        return switch (interaction) {
            case FIND_PATIENT -> patients(call, surgery);
            case PATIENT_APPOINTMENTS -> appointments(call, surgery, resource);
            case STRUCTURED_RECORD -> record(call, surgery);
        };
    }

    private static boolean asksFor(String resource, Interaction interaction) {
        return switch (interaction) {
            case FIND_PATIENT -> resource.equals("Patient");
            case PATIENT_APPOINTMENTS -> APPOINTMENTS.matcher(resource).matches();
            case STRUCTURED_RECORD -> resource.equals(STRUCTURED);
        };
    }

    private static void checkHeaders(Call call, Surgery surgery, Interaction interaction) {
        if (call.header("Ssp-TraceID") == null) {
            throw new SpineProblem(Code.BAD_REQUEST, "Ssp-TraceID header is missing");
        }
        var from = call.header("Ssp-From");
        if (from == null || !from.matches("[0-9]{12}")) {
            throw new SpineProblem(Code.BAD_REQUEST, "Ssp-From header is missing or not an ASID");
        }
        if (!surgery.asid().equals(call.header("Ssp-To"))) {
            throw new SpineProblem(Code.BAD_REQUEST, "Ssp-To header is missing or not the ASID of this system");
        }
        if (!interaction.id().equals(call.header("Ssp-InteractionID"))) {
            throw new SpineProblem(Code.BAD_REQUEST, "Ssp-InteractionID header does not match the request");
        }
        if (!isFhirJson(call.header("Accept"), true)
                || (call.method().equals("POST") && !isFhirJson(call.header("Content-Type"), false))) {
            throw new SpineProblem(Code.UNSUPPORTED_MEDIA_TYPE, "This server speaks application/fhir+json");
        }
    }

    private static boolean isFhirJson(@Nullable String header, boolean ifMissing) {
        return header == null
                ? ifMissing
                : Stream.of(header.split(",", -1))
                        .map(range -> range.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                        .anyMatch(range -> range.equals("application/fhir+json") || range.equals("*/*"));
    }

    /** That nobody is found is no error here: the bundle is empty. */
    private ObjectNode patients(Call call, Surgery surgery) {
        var identifiers = call.query().getOrDefault("identifier", List.of());
        var system = Elements.NHS_NUMBER + "|";
        if (identifiers.size() != 1 || !identifiers.getFirst().contains("|")) {
            throw new SpineProblem(Code.INVALID_PARAMETER, "One identifier is required, as system|value");
        }
        if (!identifiers.getFirst().startsWith(system)) {
            throw new SpineProblem(Code.INVALID_IDENTIFIER_SYSTEM, "The identifier's system is not supported");
        }
        var number = checked(identifiers.getFirst().substring(system.length()));
        var found = records.withNhsNumber(surgery, number)
                .map(each -> List.of(People.patient(each.person(), surgery, each.patientId())))
                .orElse(List.of());
        return searchset(call, surgery, found);
    }

    private ObjectNode appointments(Call call, Surgery surgery, String resource) {
        var from = start(call, "ge");
        var to = start(call, "le");
        if (from.isAfter(to)) {
            throw new SpineProblem(Code.INVALID_PARAMETER, "The date range ends before it starts");
        }
        if (from.isBefore(records.today())) {
            throw new SpineProblem(Code.INVALID_PARAMETER, "Appointments in the past cannot be requested");
        }
        var patient = APPOINTMENTS.matcher(resource).replaceFirst("$1");
        var registration = records.withPatientId(surgery, patient)
                .orElseThrow(() -> new SpineProblem(Code.PATIENT_NOT_FOUND, "No such patient"));
        var found = records.chart(registration).appointments().stream()
                .filter(each -> each.within(from, to))
                .map(Held::resource)
                .toList();
        return searchset(call, surgery, found);
    }

    private static LocalDate start(Call call, String prefix) {
        var values = call.query().getOrDefault("start", List.of());
        var written = values.stream()
                .filter(value -> value.startsWith(prefix))
                .findFirst()
                .filter(first -> values.size() == 2)
                .orElseThrow(() -> new SpineProblem(
                        Code.INVALID_PARAMETER, "The parameter start is required twice, with ge and with le"));
        try {
            return LocalDate.parse(written.substring(prefix.length()));
        } catch (DateTimeParseException notADay) {
            throw new SpineProblem(Code.INVALID_PARAMETER, "The parameter start is a whole date without a time");
        }
    }

    private ObjectNode record(Call call, Surgery surgery) {
        var request = StructuredRequest.of(call.body(), records.today());
        var registration = records.withNhsNumber(surgery, checked(request.nhsNumber()))
                .orElseThrow(() -> new SpineProblem(Code.PATIENT_NOT_FOUND, "No such patient"));
        if (registration.dissents()) {
            throw new SpineProblem(Code.NO_PATIENT_CONSENT, "The patient dissents from sharing");
        }
        return StructuredRecord.of(records.chart(registration), registration, request);
    }

    private static String checked(String number) {
        if (!NhsNumbers.isSynthetic(number)) {
            throw new SpineProblem(Code.INVALID_NHS_NUMBER, "The NHS number is not valid");
        }
        return number;
    }

    private static ObjectNode searchset(Call call, Surgery surgery, List<ObjectNode> found) {
        var base = call.origin() + surgery.path() + "fhir/";
        var entries = found.stream()
                .map(resource -> object(
                        "fullUrl",
                        base + resource.get("resourceType").asString() + "/"
                                + resource.get("id").asString(),
                        "resource",
                        resource))
                .toArray();
        return object(
                "resourceType",
                "Bundle",
                "meta",
                object("profile", array(GpChart.GP_CONNECT + "Searchset-Bundle-1")),
                "type",
                "searchset",
                "total",
                found.size(),
                "entry",
                found.isEmpty() ? null : array(entries));
    }
}
