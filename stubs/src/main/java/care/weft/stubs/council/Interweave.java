package care.weft.stubs.council;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.population.Organisation;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The names that Interweave's release 4 profiles give to what UK Core has no name for. */
final class Interweave {

    private static final String BASE = "https://fhir.interweavedigital.nhs.uk/";
    private static final Map<String, String> PROFILES = Map.of(
            "Patient", "Interweave-Patient",
            "EpisodeOfCare", "Interweave-SocialCareService",
            "ServiceRequest", "Interweave-SocialCareContact",
            "Task", "Interweave-SocialCareAssessment",
            "RelatedPerson", "Interweave-RelatedPerson");

    private Interweave() {}

    static ObjectNode coding(String system, String code, String display) {
        return Elements.coding(BASE + "CodeSystem/Interweave-" + system, code, display);
    }

    static ObjectNode extension(String name, String valueName, JsonNode value) {
        return object("url", BASE + "R4/StructureDefinition/Extension-Interweave-" + name, valueName, value);
    }

    /** An identifier of the council's own, of which the profiles ask that the council's code comes first. */
    static ObjectNode localIdentifier(String type, String value) {
        return object(
                "system", BASE + "Id/local-" + type + "-identifier", "value", Organisation.COUNCIL.ods() + "." + value);
    }

    /** The profiles that a resource conforms to; there is none of Interweave's for a care team. */
    static ArrayNode profiles(String type) {
        var own = PROFILES.get(type);
        return array(
                own == null ? null : BASE + "R4/StructureDefinition/" + own,
                type.equals("Task") || type.equals("EpisodeOfCare") ? null : Elements.profile(type));
    }

    /** Which system sends it, and which organisation answers for it. */
    static ArrayNode tags() {
        var council = Organisation.COUNCIL;
        return array(
                Elements.coding(BASE + "Source", Local.SYSTEM_ID, Local.SYSTEM),
                Elements.coding(BASE + "Provenance", council.ods(), council.name()));
    }
}
