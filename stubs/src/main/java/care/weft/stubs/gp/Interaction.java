package care.weft.stubs.gp;

import java.util.Arrays;
import java.util.Optional;

/** What can be asked of a practice, by the names that the Spine has for it. */
enum Interaction {
    FIND_PATIENT("rest:search:patient-1", "GET", "fhir"),
    PATIENT_APPOINTMENTS("rest:search:patient_appointments-1", "GET", "fhir"),
    STRUCTURED_RECORD("operation:gpc.getstructuredrecord-1", "POST", "structured/fhir");

    private final String name;
    private final String method;
    private final String base;

    Interaction(String name, String method, String base) {
        this.name = name;
        this.method = method;
        this.base = base;
    }

    static Optional<Interaction> named(String id) {
        return Arrays.stream(values())
                .filter(interaction -> interaction.id().equals(id))
                .findFirst();
    }

    String id() {
        return "urn:nhs:names:services:gpconnect:fhir:" + name;
    }

    String method() {
        return method;
    }

    /** Where a practice answers it, below its own address. */
    String base() {
        return base;
    }
}
