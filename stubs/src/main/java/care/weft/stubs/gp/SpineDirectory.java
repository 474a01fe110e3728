package care.weft.stubs.gp;

import static care.weft.stubs.fhir.Json.array;
import static care.weft.stubs.fhir.Json.object;

import care.weft.stubs.fhir.Elements;
import care.weft.stubs.fhir.FhirProblem;
import care.weft.stubs.fhir.Json;
import care.weft.stubs.fhir.Outcomes;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The Spine Directory Service as FHIR R4: which system a practice has for an interaction, and where it is. */
final class SpineDirectory {

    static final String BASE_PATH = "/spine-directory/FHIR/R4";

    private static final String INTERACTION = "https://fhir.nhs.uk/Id/nhsServiceInteractionId";
    private static final String ASID = "https://fhir.nhs.uk/Id/nhsSpineASID";
    private static final String PARTY_KEY = "https://fhir.nhs.uk/Id/nhsMhsPartyKey";
    private static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private final Map<String, Surgery> surgeries;

    SpineDirectory(Map<String, Surgery> surgeries) {
        this.surgeries = surgeries;
    }

    Answer answer(Call call) {
        if (!call.method().equals("GET")) {
            return Outcomes.of(405, "not-supported", "This directory is for reading")
                    .with("Allow", "GET");
        }
        try {
            return search(call, call.path().substring(BASE_PATH.length() + 1));
        } catch (FhirProblem problem) {
            return Outcomes.of(problem);
        }
    }

    private Answer search(Call call, String type) {
        if (!type.equals("Device") && !type.equals("Endpoint")) {
            throw new FhirProblem(404, "not-found", "This directory has nothing of that kind");
        }
        var surgery = surgeries.get(value(call, "organization", Elements.ODS_CODE));
        var interaction = Interaction.named(value(call, "identifier", INTERACTION));
        var found = surgery == null || interaction.isEmpty()
                ? null
                : type.equals("Device")
                        ? device(surgery, interaction.get())
                        : endpoint(call.origin(), surgery, interaction.get());
        return Answer.of(200, "application/fhir+json", Json.text(bundle(call, type, found)));
    }

    /** The value of the one parameter of this name that has this system. */
    private static String value(Call call, String parameter, String system) {
        return call.query().getOrDefault(parameter, List.of()).stream()
                .filter(value -> value.startsWith(system + "|"))
                .map(value -> value.substring(system.length() + 1))
                .findFirst()
                .orElseThrow(() -> new FhirProblem(
                        400,
                        "required",
                        "Missing or invalid '" + parameter + "' query parameter: " + system + "|value"));
    }

    private static ObjectNode device(Surgery surgery, Interaction interaction) {
        return object(
                "resourceType",
                "Device",
                "id",
                GpChart.stableId("device/" + surgery.ods() + interaction.id()),
                "identifier",
                array(identifier(ASID, surgery.asid()), identifier(PARTY_KEY, surgery.partyKey())),
                "owner",
                object(
                        "identifier",
                        identifier(Elements.ODS_CODE, surgery.ods()),
                        "display",
                        surgery.practice().name()));
    }

    private static ObjectNode endpoint(String origin, Surgery surgery, Interaction interaction) {
        return object(
                "resourceType",
                "Endpoint",
                "id",
                GpChart.stableId("endpoint/" + surgery.ods() + interaction.id()),
                "identifier",
                array(identifier(PARTY_KEY, surgery.partyKey()), identifier(INTERACTION, interaction.id())),
                "status",
                "active",
                "connectionType",
                Elements.coding(HL7 + "endpoint-connection-type", "hl7-fhir-rest", "HL7 FHIR"),
                "managingOrganization",
                object("identifier", identifier(Elements.ODS_CODE, surgery.ods())),
                "payloadType",
                array(Elements.concept(Elements.coding(HL7 + "endpoint-payload-type", "any", "Any"), null)),
                "address",
                origin + surgery.path() + interaction.base());
    }

    private static ObjectNode bundle(Call call, String type, @Nullable ObjectNode found) {
        return object(
                "resourceType",
                "Bundle",
                "id",
                GpChart.stableId("directory/" + call.query()),
                "type",
                "searchset",
                "total",
                found == null ? 0 : 1,
                "link",
                array(object("relation", "self", "url", call.origin() + call.path())),
                "entry",
                found == null
                        ? null
                        : array(object(
                                "fullUrl",
                                call.origin() + BASE_PATH + "/" + type + "/"
                                        + found.get("id").asString(),
                                "resource",
                                found,
                                "search",
                                object("mode", "match"))));
    }

    private static ObjectNode identifier(String system, String value) {
        return object("system", system, "value", value);
    }
}
