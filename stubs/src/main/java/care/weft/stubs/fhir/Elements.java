package care.weft.stubs.fhir;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.population.Organisation;
import care.weft.stubs.population.PersonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The data types of FHIR R4 of which resources are made, with the systems that UK Core uses. */
public final class Elements {

    public static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    public static final String ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code";
    public static final String UBRN = "https://fhir.nhs.uk/Id/UBRN";
    public static final String SNOMED = "http://snomed.info/sct";

    private static final String UK_CORE = "https://fhir.hl7.org.uk/";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private Elements() {}

    public static String profile(String name) {
        return UK_CORE + "StructureDefinition/UKCore-" + name;
    }

    /** A code of one of UK Core's own systems, named without its common beginning. */
    public static ObjectNode ukCoreCoding(String system, String code, String display) {
        return coding(UK_CORE + "CodeSystem/UKCore-" + system, code, display);
    }

    /** A code of one of HL7's own systems, named without its common beginning. */
    public static ObjectNode hl7Coding(String system, String code, String display) {
        return coding(HL7 + system, code, display);
    }

    public static ObjectNode coding(String system, String code, String display) {
        return object("system", system, "code", code, "display", display);
    }

    /** A concept of one code, free text, or both. */
    public static ObjectNode concept(@Nullable JsonNode coding, @Nullable String text) {
        return object("coding", coding == null ? null : array(coding), "text", text);
    }

    /** An extension of UK Core, named without its common beginning. */
    public static ObjectNode ukCoreExtension(String name, String valueName, JsonNode value) {
        return object("url", UK_CORE + "StructureDefinition/Extension-UKCore-" + name, valueName, value);
    }

    /** A coded extension of UK Core. */
    public static ObjectNode ukCoreExtension(String name, ObjectNode coding) {
        return ukCoreExtension(name, "valueCodeableConcept", concept(coding, null));
    }

    /**
     * A name.
     *
     * @param use null for none
     * @param text the whole name, with the person's mark
     */
    public static ObjectNode humanName(@Nullable String use, String text, PersonName name) {
        return object(
                "use",
                use,
                "text",
                text,
                "family",
                name.family(),
                "given",
                array(name.given()),
                "prefix",
                array(name.prefix()));
    }

    public static ObjectNode reference(String type, String id) {
        return object("reference", type + "/" + id);
    }

    /** A reference to something that is only named. */
    public static ObjectNode named(String display) {
        return object("display", display);
    }

    /** The same, with the kind of resource that it is. */
    public static ObjectNode named(String type, String display) {
        return object("type", type, "display", display);
    }

    public static ObjectNode organisation(Organisation organisation) {
        return object(
                "type",
                "Organization",
                "identifier",
                object("system", ODS_CODE, "value", organisation.ods()),
                "display",
                organisation.name());
    }

    public static ObjectNode period(@Nullable String start, @Nullable String end) {
        return object("start", start, "end", end);
    }
}
