package care.weft.stubs.fhir;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Writes what the server can do. */
final class Capabilities {

    private Capabilities() {}

    static String statement(Map<String, SearchRules> searches) {
        var resources = array(object(
                "type",
                "Patient",
                "interaction",
                array(object("code", "read"), object("code", "search-type")),
                "searchParam",
                array(parameter("identifier", "token"))));
        new TreeMap<>(searches).forEach((type, rules) -> resources.add(resource(type, rules)));
        return Json.text(object(
                "resourceType",
                "CapabilityStatement",
                "status",
                "active",
                "date",
                "2026-01-01",
                "kind",
                "instance",
                "fhirVersion",
                "4.0.1",
                "format",
                array("json"),
                "rest",
                array(object("mode", "server", "resource", resources))));
    }

    private static ObjectNode resource(String type, SearchRules rules) {
        var parameters = array(parameter("patient", "reference"), parameter(rules.dateParameter(), "date"));
        parameters.add(parameter("_lastUpdated", "date"));
        rules.tokenParameters().stream().sorted().forEach(name -> parameters.add(parameter(name, "token")));
        return object("type", type, "interaction", array(object("code", "search-type")), "searchParam", parameters);
    }

    private static ObjectNode parameter(String name, String type) {
        return object("name", name, "type", type);
    }
}
