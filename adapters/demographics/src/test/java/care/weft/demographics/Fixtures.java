package care.weft.demographics;

/** Records as the register writes them. */
final class Fixtures {

    private Fixtures() {}

    /** @param more further fields, beginning with a comma; empty for none */
    static String patient(String id, String identifier, String security, String more) {
        return """
                {"resourceType": "Patient", "id": "%s",
                 "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s", "extension": [
                   {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
                    "valueCodeableConcept": {"coding": [{"code": "01", "display": "Number present and verified"}]}}]}],
                 "meta": {"versionId": "2", "security": [
                   {"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "%s"}]}%s}""".formatted(id, identifier, security, more);
    }

    static String patient(String more) {
        return patient(Asking.NUMBER, Asking.NUMBER, "U", more);
    }

    /** @param related each a resource, in the address of the person asked for */
    static String bundle(String... related) {
        var entries = new StringBuilder();
        for (var each : related) {
            entries.append(entries.isEmpty() ? "" : ",").append("""
                    {"fullUrl": "https://api.example/personal-demographics/FHIR/R4/Patient/%s/RelatedPerson/507B7621",
                     "resource": %s}""".formatted(Asking.NUMBER, each));
        }
        return """
                {"resourceType": "Bundle", "type": "searchset", "timestamp": "2026-03-10T11:59:00+00:00", "total": %d%s}""".formatted(related.length, entries.isEmpty() ? "" : ", \"entry\": [" + entries + "]");
    }

    /** @param patient the number that {@code patient} states */
    static String related(String patient, String more) {
        return """
                {"resourceType": "RelatedPerson", "id": "507B7621", "active": true,
                 "patient": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}}%s}""".formatted(patient, more);
    }

    /** With a name, and as next of kin. */
    static String daughter(String patient, String more) {
        return related(patient, """
                , "name": [{"use": "usual", "family": "Example", "given": ["Julie"]}],
                "relationship": [{"coding": [
                  {"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "DAUC", "display": "daughter"},
                  {"system": "https://fhir.hl7.org.uk/CodeSystem/UKCore-AdditionalRelatedPersonRole", "code": "Personal",
                   "display": "Personal relationship with the patient"},
                  {"system": "http://terminology.hl7.org/CodeSystem/v2-0131", "code": "N", "display": "Next-of-Kin"}]}]""" + more);
    }
}
