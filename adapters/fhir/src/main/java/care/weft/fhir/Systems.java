package care.weft.fhir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The identifier systems that UK partners share. */
public final class Systems {

    /** The system to ask with. Partners answer with {@link #NHS_NUMBERS others} too. */
    public static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    /** All systems that an NHS number is found under: the second is e-RS's and that of the older STU3 services. */
    static final List<String> NHS_NUMBERS = List.of(
            NHS_NUMBER,
            "http://fhir.nhs.net/Id/nhs-number",
            "http://fhir.nhs.uk/Id/nhs-number",
            "https://fhir.nhs.net/Id/nhs-number");

    public static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";

    static final List<String> ODS_CODES =
            List.of(ODS_CODE, "https://fhir.nhs.uk/Id/ods-site-code", "http://fhir.nhs.net/Id/ods-organization-code");

    /** The unique booking reference number of the NHS e-Referral Service, under both names that it goes by. */
    public static final List<String> UBRN = List.of("https://fhir.nhs.uk/Id/UBRN", "https://fhir.nhs.uk/Id/ubr-number");

    private Systems() {}

    /** The value of the first identifier that has one of these systems; null when none has. */
    public static @Nullable String value(List<Element> identifiers, List<String> systems) {
        return identifiers.stream()
                .filter(identifier -> systems.contains(Objects.requireNonNullElse(identifier.text("system"), "")))
                .map(identifier -> identifier.text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
