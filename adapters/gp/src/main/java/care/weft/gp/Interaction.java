package care.weft.gp;

/** One call to a practice, by the name that the Spine has for it. */
enum Interaction {
    FIND_PATIENT("rest:search:patient-1"),
    PATIENT_APPOINTMENTS("rest:search:patient_appointments-1"),
    STRUCTURED_RECORD("operation:gpc.getstructuredrecord-1");

    private final String name;

    Interaction(String name) {
        this.name = name;
    }

    String id() {
        return "urn:nhs:names:services:gpconnect:fhir:" + name;
    }
}
