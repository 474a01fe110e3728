package care.weft.stubs.gp;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.gp.SpineProblem.Code;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked for in a call for a structured record.
 *
 * @param areas the clinical areas that these practices have, of those asked for
 * @param unknown names of parameters, and of parts of them, that these practices do not have
 */
record StructuredRequest(String nhsNumber, List<Area> areas, List<String> unknown) {

    static final String REFERRALS = "includeReferrals";
    static final String UNCATEGORISED = "includeUncategorisedData";

    private static final Map<String, String> PERIODS =
            Map.of(REFERRALS, "referralSearchPeriod", UNCATEGORISED, "uncategorisedDataSearchPeriod");

    /** A clinical area and the days asked for, both included. */
    record Area(String name, LocalDate from, LocalDate to) {}

    /** @throws SpineProblem when it cannot be answered */
    static StructuredRequest of(String body, LocalDate today) {
        var parameters = parsed(body);
        String number = null;
        var areas = new ArrayList<Area>();
        var unknown = new ArrayList<String>();
        for (var parameter : parameters.path("parameter")) {
            var name = parameter.path("name").asString("");
            if (name.equals("patientNHSNumber")) {
                var identifier = parameter.path("valueIdentifier");
                if (!identifier.path("system").asString("").equals(Elements.NHS_NUMBER)) {
                    throw new SpineProblem(Code.INVALID_IDENTIFIER_SYSTEM, "patientNHSNumber has another system");
                }
                number = identifier.path("value").asString("");
            } else if (PERIODS.containsKey(name)) {
                areas.add(area(parameter, name, today, unknown));
            } else {
                unknown.add(name);
            }
        }
        if (number == null) {
            throw new SpineProblem(Code.INVALID_PARAMETER, "patientNHSNumber is missing");
        }
        if (areas.isEmpty()) {
            throw new SpineProblem(Code.INVALID_PARAMETER, "No recognised parameter is provided");
        }
        return new StructuredRequest(number, areas, unknown);
    }

    private static JsonNode parsed(String body) {
        try {
            var parameters = JsonMapper.shared().readTree(body);
            if (parameters.path("resourceType").asString("").equals("Parameters")) {
                return parameters;
            }
        } catch (JacksonException unreadable) {
            throw new SpineProblem(Code.INVALID_RESOURCE, "The body cannot be parsed");
        }
        throw new SpineProblem(Code.INVALID_RESOURCE, "The body is not a Parameters resource");
    }

    private static Area area(JsonNode parameter, String name, LocalDate today, List<String> unknown) {
        var from = LocalDate.MIN;
        var to = LocalDate.MAX;
        for (var part : parameter.path("part")) {
            var partName = part.path("name").asString("");
            if (!partName.equals(PERIODS.get(name))) {
                unknown.add(name + "." + partName);
                continue;
            }
            var period = part.path("valuePeriod");
            if (!period.has("start") && !period.has("end")) {
                throw invalid(partName, "has no value");
            }
            from = day(period.path("start"), from, partName, today);
            to = day(period.path("end"), to, partName, today);
        }
        if (from.isAfter(to)) {
            throw invalid(PERIODS.get(name), "ends before it starts");
        }
        return new Area(name, from, to);
    }

    private static LocalDate day(JsonNode written, LocalDate otherwise, String part, LocalDate today) {
        if (written.isMissingNode()) {
            return otherwise;
        }
        try {
            var day = LocalDate.parse(written.asString(""));
            if (day.isAfter(today)) {
                throw invalid(part, "is in the future");
            }
            return day;
        } catch (DateTimeParseException partial) {
            throw invalid(part, "is not a whole date");
        }
    }

    private static SpineProblem invalid(@Nullable String part, String why) {
        return new SpineProblem(Code.INVALID_PARAMETER, part + " " + why);
    }
}
