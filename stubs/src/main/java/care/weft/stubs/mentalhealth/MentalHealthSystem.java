package care.weft.stubs.mentalhealth;

import care.weft.stubs.fhir.Json;
import care.weft.stubs.identity.PartnerGuard;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.PartnerSystem;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The trust's REST server: one path for each table of the data set, one patient at a time. */
final class MentalHealthSystem implements PartnerSystem {

    static final String BASE_PATH = "/mhsds/v6";

    private static final int USUAL_LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;
    private static final Set<String> PARAMETERS = Set.of("NHSNumber", "LocalPatientId", "From", "limit", "offset");

    private final MentalHealthRecords records;
    private final PartnerGuard guard;
    private final InstantSource clock;

    MentalHealthSystem(MentalHealthRecords records, PartnerGuard guard, InstantSource clock) {
        this.records = records;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public String basePath() {
        return BASE_PATH;
    }

    @Override
    public Answer answer(Call call) {
        try {
            return guarded(call);
        } catch (Problem problem) {
            return problem.answer();
        }
    }

    private Answer guarded(Call call) {
        var challenge = guard.challenge(call.header("Authorization"));
        if (challenge.isPresent()) {
            return new Problem(401, "unauthorised", "A bearer token for this system is required")
                    .answer()
                    .with("WWW-Authenticate", challenge.get());
        }
        if (!call.method().equals("GET")) {
            return new Problem(405, "method-not-allowed", "This system is for reading")
                    .answer()
                    .with("Allow", "GET");
        }
        if (!acceptsJson(call.header("Accept"))) {
            throw new Problem(406, "not-acceptable", "This system answers in application/json only");
        }
        var table = Table.at(kind(call.path()))
                .filter(each -> call.path().equals(BASE_PATH + "/" + each.path()))
                .orElseThrow(() -> new Problem(404, "no-such-table", "This system has no such table"));
        if (table == Table.MHS401_MENTAL_HEALTH_ACT) {
            throw new Problem(403, "not-released", "Legal status is not released to this client");
        }
        return read(call, table);
    }

    private Answer read(Call call, Table table) {
        for (var name : call.query().keySet()) {
            if (!PARAMETERS.contains(name) || (name.equals("NHSNumber") && table != Table.MHS001_MPI)) {
                throw invalid("Unknown parameter '" + name + "'");
            }
        }
        int limit = number(call, "limit", USUAL_LIMIT, 1, HIGHEST_LIMIT);
        int offset = number(call, "offset", 0, 0, Integer.MAX_VALUE - HIGHEST_LIMIT);
        var rows = from(call, table, rows(call, table));
        boolean more = offset + limit < rows.size();
        var page = rows.subList(Math.min(offset, rows.size()), Math.min(offset + limit, rows.size()));
        var body = Json.object(
                "table",
                table.path(),
                "asOf",
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                "rows",
                Json.array(page.toArray()));
        if (more) {
            body.put("next", next(call, limit, offset + limit));
        } else {
            body.putNull("next");
        }
        return Answer.of(200, "application/json", Json.text(body)).with("Cache-Control", "no-store");
    }

    private List<ObjectNode> rows(Call call, Table table) {
        var localPatientId = parameter(call, "LocalPatientId");
        var nhsNumber = parameter(call, "NHSNumber");
        if (localPatientId != null && nhsNumber != null) {
            throw invalid("Ask by LocalPatientId or by NHSNumber, not by both");
        }
        if (nhsNumber != null) {
            if (!nhsNumber.matches("\\d{10}")) {
                throw invalid("NHSNumber is ten digits");
            }
            return records.withNhsNumber(nhsNumber);
        }
        if (localPatientId == null) {
            throw new Problem(400, "parameter-missing", "LocalPatientId is required");
        }
        if (!records.knows(localPatientId)) {
            throw new Problem(404, "patient-not-known", "No patient has this LocalPatientId");
        }
        return records.rows(table, localPatientId);
    }

    /** Leaves out what was over before the day asked for; what goes on, or has no readable date, is never left out. */
    private static List<ObjectNode> from(Call call, Table table, List<ObjectNode> rows) {
        var written = parameter(call, "From");
        if (written == null) {
            return rows;
        }
        var from = day(written);
        if (from == null) {
            throw invalid("From is a date, as in 2026-03-09");
        }
        return rows.stream()
                .filter(row -> table.lastDay().stream()
                        .map(field -> row.path(field).asString(""))
                        .map(text -> day(text.substring(0, Math.min(10, text.length()))))
                        .noneMatch(last -> last != null && last.isBefore(from)))
                .toList();
    }

    private static String next(Call call, int limit, int offset) {
        var next = new StringBuilder(call.origin()).append(call.path()).append('?');
        for (var name : List.of("NHSNumber", "LocalPatientId", "From")) {
            var value = parameter(call, name);
            if (value != null) {
                next.append(name).append('=').append(value).append('&');
            }
        }
        return next.append("limit=")
                .append(limit)
                .append("&offset=")
                .append(offset)
                .toString();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static int number(Call call, String name, int usual, int least, int most) {
        var written = parameter(call, name);
        if (written == null) {
            return usual;
        }
        try {
            int number = Integer.parseInt(written);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw invalid(name + " is a whole number");
        }
        throw invalid(name + " is out of range");
    }

    private static @Nullable String parameter(Call call, String name) {
        var values = call.query().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw invalid("'" + name + "' is given twice");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static Problem invalid(String title) {
        return new Problem(400, "parameter-invalid", title);
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null
                || Stream.of(accept.split(",", -1))
                        .map(range -> range.split(";", 2)[0].strip())
                        .anyMatch(Set.of("application/json", "application/*", "*/*")::contains);
    }
}
