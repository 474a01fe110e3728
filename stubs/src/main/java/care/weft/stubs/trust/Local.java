package care.weft.stubs.trust;

import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Names of the trust's own: every hospital has identifiers, codes and extensions that no standard gives. */
final class Local {

    static final String HOSPITAL_NUMBER = "https://fhir.manchester-trust.example/Id/hospital-number";
    static final String APPOINTMENT_ID = "https://fhir.manchester-trust.example/Id/appointment";

    private static final String BASE = "https://fhir.manchester-trust.example/";

    private Local() {}

    static ObjectNode coding(String system, String code, String display) {
        return Elements.coding(BASE + "CodeSystem/" + system, code, display);
    }

    /** What a clinic or team of the trust does. */
    static ObjectNode service(String name) {
        var code = name.toLowerCase(Locale.ROOT).replace("'", "").replace(' ', '-');
        return coding("service", code, name);
    }

    static ObjectNode extension(String name, String valueName, JsonNode value) {
        return object("url", BASE + "StructureDefinition/Extension-" + name, valueName, value);
    }

    static String questionnaire(String name) {
        return BASE + "Questionnaire/" + name + "|1.0";
    }
}
