package care.weft.fhir;

import tools.jackson.databind.json.JsonMapper;

/** Short ways to write what partners send. */
final class Fixtures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Fixtures() {}

    static Element element(String json) {
        return new Element(JSON.readTree(json));
    }

    static Resource resource(String json) {
        return new Resource(element(json), null, new Index("https://trust.example/fhir"));
    }

    /** A searchset of these entries, each as it stands. */
    static String searchset(String... entries) {
        return """
                {"resourceType": "Bundle", "type": "searchset", "entry": [%s]}""".formatted(String.join(",", entries));
    }

    /** The same with a link to the next page. */
    static String searchsetWithNext(String next, String... entries) {
        return """
                {"resourceType": "Bundle", "type": "searchset",
                 "link": [{"relation": "self", "url": "https://trust.example/fhir/x"}, {"relation": "next", "url": "%s"}],
                 "entry": [%s]}""".formatted(next, String.join(",", entries));
    }

    static String match(String resource) {
        return """
                {"resource": %s, "search": {"mode": "match"}}""".formatted(resource);
    }

    static String include(String resource) {
        return """
                {"resource": %s, "search": {"mode": "include"}}""".formatted(resource);
    }

    static String appointment(String id) {
        return """
                {"resourceType": "Appointment", "id": "%s"}""".formatted(id);
    }

    /** An outcome with one issue, with words in it that must never be repeated. */
    static String outcome(String severity, String code) {
        return """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "%s", "code": "%s",
                  "details": {"text": "CANARY", "coding": [{"system": "https://partner.example/codes", "code": "LOCAL_CODE"}]},
                  "diagnostics": "CANARY"}]}""".formatted(severity, code);
    }

    /** A number of the test range with a true check digit: the first at or after this one that has one. */
    static String nhsNumber(int from) {
        for (int serial = from; ; serial++) {
            var nine = "999%06d".formatted(serial);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }
}
