package care.weft.stubs.council;

import static care.weft.stubs.fhir.Json.object;

import tools.jackson.databind.node.ObjectNode;

/** Names of the council's own: what neither UK Core nor Interweave gives. */
final class Local {

    static final String SYSTEM_ID = "MCC-ASC";
    static final String SYSTEM = "Manchester adult social care records";
    static final String CQC_LOCATION = "https://fhir.manchester-council.example/Id/cqc-location";

    private static final String BASE = "https://fhir.manchester-council.example/";

    private Local() {}

    /** @param value text, a number or JSON */
    static ObjectNode extension(String name, String valueName, Object value) {
        return object("url", BASE + "StructureDefinition/Extension-" + name, valueName, value);
    }

    static String codeSystem(String name) {
        return BASE + "CodeSystem/" + name;
    }
}
