package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * How an event is laid out in a row: what is searched for in columns, the rest as JSON.
 *
 * <p>Text is shortened and cleaned as far as every database needs: one caller's odd claim must not make the group fail that
 * other callers' facts are in.
 */
final class AuditRowFormat {

    private static final int LONGEST_TEXT = 200;
    private static final JsonWriter<Object> WRITER = JsonWriter.standard();
    private static final JsonParser PARSER = JsonParserFactory.getJsonParser();

    private AuditRowFormat() {}

    /** The row of a fact at its place in the chain. */
    static AuditRow write(
            String node, long sequence, Instant at, AuditContext context, AuditFact fact, String previous) {
        var parts = parts(fact);
        var row = new AuditRow(
                node,
                sequence,
                at,
                text(context.requestId()),
                parts.kind(),
                optionalText(parts.person() == null ? null : parts.person().value()),
                parts.section() == null ? null : parts.section().name(),
                parts.partner() == null ? null : parts.partner().value(),
                text(parts.outcome()),
                text(context.callerId()),
                optionalText(context.organisation()),
                text(context.purpose()),
                WRITER.writeToString(details(context, parts.shown(), fact)),
                previous,
                "");
        return row.withHash(HashChain.hash(row));
    }

    /** The event of a row that {@link #write} made. */
    static AuditEvent read(AuditRow row) {
        var details = PARSER.parseMap(row.details());
        var context = new AuditContext(
                row.requestId(),
                row.callerId(),
                (String) details.get("callerName"),
                (String) Objects.requireNonNull(details.get("issuer")),
                list(details, "roles").stream().map(String.class::cast).toList(),
                row.organisation(),
                row.purpose(),
                (String) details.get("operationName"));
        return new AuditEvent(row.node(), row.sequence(), row.recordedAt(), context, fact(row, details));
    }

    /** A text as it is stored; what is searched for must pass through here too. */
    static String text(String value) {
        return value.codePoints()
                .limit(LONGEST_TEXT)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String optionalText(@Nullable String value) {
        return value == null ? null : text(value);
    }

    private record Parts(
            String kind,
            @Nullable PersonKey person,
            @Nullable Section section,
            @Nullable PartnerId partner,
            String outcome,
            List<AuditFact.Shown> shown) {}

    private static Parts parts(AuditFact fact) {
        return switch (fact) {
            case AuditFact.Disclosure(var person, var shown) ->
                new Parts("DISCLOSURE", person, null, null, "SHOWN", shown);
            case AuditFact.Denial(var person, var reason, var section) ->
                new Parts("DENIAL", person, section, null, reason, List.of());
            case AuditFact.Lookup(var person, var partner, var outcome) ->
                new Parts("LOOKUP", person, null, partner, outcome, List.of());
            case AuditFact.Written(var person, var action, var _) ->
                new Parts("WRITTEN", person, null, null, action, List.of());
            case AuditFact.SecurityEvent(var kind, var person, var partner) ->
                new Parts("SECURITY_EVENT", person, null, partner, kind, List.of());
        };
    }

    private static AuditFact fact(AuditRow row, Map<String, Object> details) {
        var person = row.person() == null ? null : new PersonKey(row.person());
        var section = row.section() == null ? null : Section.valueOf(row.section());
        var partner = row.partner() == null ? null : new PartnerId(row.partner());
        return switch (row.kind()) {
            case "DISCLOSURE" ->
                new AuditFact.Disclosure(
                        Objects.requireNonNull(person),
                        list(details, "shown").stream()
                                .map(AuditRowFormat::shown)
                                .toList());
            case "DENIAL" -> new AuditFact.Denial(Objects.requireNonNull(person), row.outcome(), section);
            case "LOOKUP" ->
                new AuditFact.Lookup(Objects.requireNonNull(person), Objects.requireNonNull(partner), row.outcome());
            case "WRITTEN" ->
                new AuditFact.Written(person, row.outcome(), (String) Objects.requireNonNull(details.get("written")));
            case "SECURITY_EVENT" -> new AuditFact.SecurityEvent(row.outcome(), person, partner);
            default -> throw new IllegalStateException("A newer version wrote this audit row: " + row);
        };
    }

    private static Map<String, Object> details(AuditContext context, List<AuditFact.Shown> shown, AuditFact fact) {
        var details = new LinkedHashMap<String, Object>();
        putText(details, "callerName", context.callerName());
        putText(details, "issuer", context.issuer());
        details.put("roles", context.roles().stream().map(AuditRowFormat::text).toList());
        putText(details, "operationName", context.operationName());
        if (!shown.isEmpty()) {
            details.put("shown", shown.stream().map(AuditRowFormat::details).toList());
        }
        if (fact instanceof AuditFact.Written written) {
            putText(details, "written", written.id());
        }
        return details;
    }

    private static Map<String, Object> details(AuditFact.Shown shown) {
        var details = new LinkedHashMap<String, Object>();
        details.put("section", shown.section().name());
        details.put("partner", shown.partner().value());
        details.put("outcome", text(shown.outcome()));
        details.put(
                "records", shown.records().stream().map(AuditRowFormat::details).toList());
        return details;
    }

    private static AuditFact.Shown shown(Object details) {
        var shown = (Map<?, ?>) details;
        return new AuditFact.Shown(
                Section.valueOf((String) Objects.requireNonNull(shown.get("section"))),
                new PartnerId((String) Objects.requireNonNull(shown.get("partner"))),
                (String) Objects.requireNonNull(shown.get("outcome")),
                ((List<?>) Objects.requireNonNull(shown.get("records")))
                        .stream().map(AuditRowFormat::record).toList());
    }

    private static Map<String, Object> details(ReleasedRecord record) {
        var details = new LinkedHashMap<String, Object>();
        putText(details, "id", record.recordId());
        putText(details, "version", record.version());
        putText(details, "digest", record.digest());
        return details;
    }

    private static ReleasedRecord record(Object details) {
        var record = (Map<?, ?>) details;
        return new ReleasedRecord(
                (String) Objects.requireNonNull(record.get("id")), (String) record.get("version"), (String)
                        record.get("digest"));
    }

    private static void putText(Map<String, Object> details, String key, @Nullable String value) {
        if (value != null) {
            details.put(key, text(value));
        }
    }

    private static List<?> list(Map<String, Object> details, String key) {
        return (List<?>) details.getOrDefault(key, List.of());
    }
}
