package care.weft.gateway.audit;

import java.util.List;
import java.util.Map;

/** FHIR's smallest elements, as JSON objects. */
final class FhirElement {

    private FhirElement() {}

    static Map<String, Object> identifier(String system, String value) {
        return Map.of("system", system, "value", value);
    }

    static Map<String, Object> concept(String system, String code) {
        return Map.of("coding", List.of(coding(system, code)));
    }

    static Map<String, Object> coding(String system, String code) {
        return Map.of("system", system, "code", code);
    }
}
