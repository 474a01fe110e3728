package care.weft.gateway.audit;

import static care.weft.gateway.audit.FhirElement.coding;
import static care.weft.gateway.audit.FhirElement.concept;
import static care.weft.gateway.audit.FhirElement.identifier;
import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.spi.model.PersonKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;

/**
 * An event as FHIR R4 {@code AuditEvent}, by the profiles of IHE Basic Audit Log Patterns 1.1: what was shown is a patient
 * query, what was searched a query. What no profile is for, such as a refusal, has the same elements and names none.
 */
final class BalpEvent {

    private static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String REQUEST_ID = "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType";
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String RESTFUL = "http://hl7.org/fhir/restful-interaction";
    private static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String ODS = "https://fhir.nhs.uk/Id/ods-organization-code";
    private static final String SUCCESS = "0";
    private static final String FAILURE = "4";
    private static final JsonWriter<Object> WRITER = JsonWriter.standard();

    private BalpEvent() {}

    /** One line of JSON. */
    static String write(AuditEvent event) {
        return WRITER.writeToString(of(event));
    }

    private static Map<String, Object> of(AuditEvent event) {
        return switch (event.fact()) {
            case AuditFact.Disclosure(var person, var shown) ->
                resource(
                        event,
                        "PatientQuery",
                        coding(TYPE, "rest"),
                        coding(RESTFUL, "search"),
                        SUCCESS,
                        "",
                        Stream.concat(
                                Stream.of(patient(person), query(asked(event, shown))),
                                shown.stream().flatMap(BalpEvent::records)));
            case AuditFact.Denial(var person, var reason, var section) ->
                resource(
                        event,
                        null,
                        coding(TYPE, "rest"),
                        coding(RESTFUL, "search"),
                        FAILURE,
                        reason,
                        Stream.of(patient(person), query(section == null ? "whole record" : section.name())));
            case AuditFact.Lookup(var person, var partner, var outcome) ->
                resource(
                        event,
                        "PatientQuery",
                        coding(TYPE, "rest"),
                        coding(RESTFUL, "search"),
                        SUCCESS,
                        "",
                        Stream.of(patient(person), query("identity at " + partner + ": " + outcome)));
            case AuditFact.Written(var person, var action, var id) ->
                resource(
                        event,
                        null,
                        coding(TYPE, "rest"),
                        coding(RESTFUL, "create"),
                        SUCCESS,
                        "",
                        Stream.concat(
                                Stream.ofNullable(person).map(BalpEvent::patient),
                                Stream.of(object(id, Map.of("action", action)))));
            case AuditFact.Advice advice ->
                resource(
                        event,
                        null,
                        coding(TYPE, "rest"),
                        coding(RESTFUL, "operation"),
                        SUCCESS,
                        "",
                        Stream.of(
                                patient(advice.person()),
                                object(
                                        advice.adviceId(),
                                        Map.of(
                                                "instrument", advice.instrument(),
                                                "decision", advice.decision(),
                                                "ruleVersion", advice.ruleVersion(),
                                                "inputs", words(advice.inputs())))));
            case AuditFact.Search search ->
                resource(
                        event,
                        search.person() == null ? "Query" : "PatientQuery",
                        coding(TYPE, "rest"),
                        coding(RESTFUL, "search"),
                        SUCCESS,
                        "",
                        Stream.concat(
                                Stream.ofNullable(search.person()).map(BalpEvent::patient),
                                Stream.of(query(search.what() + " " + words(search.criteria())))));
            case AuditFact.SecurityEvent(var kind, var person, var partner) ->
                resource(
                        event,
                        null,
                        coding(DICOM, "110113"),
                        null,
                        FAILURE,
                        partner == null ? kind : kind + " by " + partner,
                        Stream.ofNullable(person).map(BalpEvent::patient));
            case AuditFact.Purged _ -> throw new IllegalArgumentException("Nothing is left of it to be exported");
        };
    }

    private static Map<String, Object> resource(
            AuditEvent event,
            @Nullable String profile,
            Map<String, Object> type,
            @Nullable Map<String, Object> subtype,
            String outcome,
            String why,
            Stream<Map<String, Object>> entities) {
        var resource = new LinkedHashMap<String, Object>();
        resource.put("resourceType", "AuditEvent");
        resource.put("id", event.node().replaceAll("[^A-Za-z0-9.-]", "-") + "-" + event.sequence());
        if (profile != null) {
            resource.put("meta", Map.of("profile", List.of(PROFILE + profile)));
        }
        resource.put("type", type);
        if (subtype != null) {
            resource.put("subtype", List.of(subtype));
        }
        resource.put("action", "E");
        resource.put("recorded", event.recordedAt().toString());
        resource.put("outcome", outcome);
        if (!why.isEmpty()) {
            resource.put("outcomeDesc", why);
        }
        resource.put("purposeOfEvent", List.of(purpose(event)));
        resource.put("agent", List.of(user(event), client(event), server(event)));
        resource.put("source", source(event));
        resource.put(
                "entity", Stream.concat(Stream.of(request(event)), entities).toList());
        return resource;
    }

    private static Map<String, Object> user(AuditEvent event) {
        var context = event.context();
        var user = new LinkedHashMap<String, Object>();
        user.put("type", concept("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP"));
        if (!context.roles().isEmpty()) {
            user.put(
                    "role",
                    context.roles().stream().map(role -> Map.of("text", role)).toList());
        }
        user.put("who", Map.of("identifier", identifier(context.issuer(), context.callerId())));
        if (context.callerName() != null) {
            user.put("name", context.callerName());
        }
        user.put("requestor", true);
        user.put("purposeOfUse", List.of(purpose(event)));
        return user;
    }

    /** Whatever front end the caller used: its address ends where TLS does, before the gateway. */
    private static Map<String, Object> client(AuditEvent event) {
        var client = new LinkedHashMap<String, Object>();
        client.put("type", concept(DICOM, "110153"));
        var organisation = event.context().organisation();
        client.put(
                "who",
                organisation == null
                        ? Map.of("display", "front end")
                        : Map.of("identifier", identifier(ODS, organisation), "display", "front end"));
        client.put("requestor", false);
        client.put(
                "network",
                Map.of(
                        "extension",
                        List.of(Map.of(
                                "url",
                                "http://hl7.org/fhir/StructureDefinition/data-absent-reason",
                                "valueCode",
                                "unknown"))));
        return client;
    }

    private static Map<String, Object> server(AuditEvent event) {
        var server = new LinkedHashMap<String, Object>();
        server.put("type", concept(DICOM, "110152"));
        server.put("who", Map.of("display", event.node()));
        server.put("requestor", false);
        // 1: a machine's name.
        server.put("network", Map.of("address", event.node(), "type", "1"));
        return server;
    }

    private static Map<String, Object> source(AuditEvent event) {
        return Map.of(
                "observer",
                Map.of("display", event.node()),
                "type",
                // 4: application server.
                List.of(coding("http://terminology.hl7.org/CodeSystem/security-source-type", "4")));
    }

    private static Map<String, Object> request(AuditEvent event) {
        return Map.of(
                "what",
                Map.of("identifier", Map.of("value", event.context().requestId())),
                "type",
                coding(REQUEST_ID, "XrequestId"));
    }

    private static Map<String, Object> patient(PersonKey person) {
        var value = person.value();
        int colon = value.indexOf(':');
        var system = value.startsWith("nhs:") ? NHS_NUMBER : "urn:weft:partner:" + value.substring(0, colon);
        return Map.of(
                "what",
                Map.of("type", "Patient", "identifier", identifier(system, value.substring(colon + 1))),
                "type",
                coding(ENTITY, "1"),
                "role",
                coding(ROLE, "1"));
    }

    private static Map<String, Object> query(String words) {
        return Map.of(
                "type",
                coding(ENTITY, "2"),
                "role",
                coding(ROLE, "24"),
                "description",
                words,
                "query",
                Base64.getEncoder().encodeToString(words.getBytes(UTF_8)));
    }

    private static String asked(AuditEvent event, List<AuditFact.Shown> shown) {
        var operation = event.context().operationName();
        return shown.stream()
                .map(section -> section.section() + " of " + section.partner() + ": " + section.outcome())
                .collect(Collectors.joining(", ", operation == null ? "" : operation + ": ", ""));
    }

    private static Stream<Map<String, Object>> records(AuditFact.Shown shown) {
        return shown.records().stream().map(record -> {
            var details = new LinkedHashMap<String, String>();
            details.put("partner", shown.partner().value());
            details.put("section", shown.section().name());
            if (record.version() != null) {
                details.put("version", record.version());
            }
            if (record.digest() != null) {
                details.put("digest", record.digest());
            }
            return object(record.recordId(), details);
        });
    }

    /** Something that a patient's record is made of. 4: other. */
    private static Map<String, Object> object(String id, Map<String, String> details) {
        var listed = new ArrayList<Map<String, Object>>();
        details.forEach((name, value) -> listed.add(Map.of("type", name, "valueString", value)));
        return Map.of(
                "what",
                Map.of("identifier", Map.of("value", id)),
                "type",
                coding(ENTITY, "4"),
                "role",
                coding(ROLE, "4"),
                "detail",
                listed);
    }

    private static Map<String, Object> purpose(AuditEvent event) {
        return concept(REASON, event.context().purpose());
    }

    private static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }
}
