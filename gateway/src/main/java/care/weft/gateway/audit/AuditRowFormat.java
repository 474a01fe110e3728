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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonParser;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * How an event is laid out in a row: what is searched for in columns, the rest as JSON.
 *
 * <p>Text is shortened and cleaned as far as every database needs: one caller's odd claim must not make the group fail that
 * other callers' facts are in. A person is sealed, wherever it is a person that is written.
 */
final class AuditRowFormat {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_FIELDS = 10_000;
    private static final JsonWriter<Object> WRITER = JsonWriter.standard();
    private static final JsonParser PARSER = JsonParserFactory.getJsonParser();

    private final PersonSeal seal;

    AuditRowFormat(AuditKeys keys) {
        seal = new PersonSeal(keys);
    }

    /** The row of a fact at its place in the chain. */
    AuditRow write(String node, long sequence, Instant at, AuditContext context, AuditFact fact, String previous) {
        var parts = parts(fact);
        var row = new AuditRow(
                node,
                sequence,
                at,
                text(context.requestId()),
                parts.kind().name(),
                parts.person() == null ? null : seal(parts.person()),
                parts.section() == null ? null : parts.section().name(),
                parts.partner() == null ? null : parts.partner().value(),
                text(parts.outcome()),
                text(context.callerId()),
                optionalText(context.organisation()),
                text(context.purpose()),
                WRITER.writeToString(details(context, parts.more())),
                previous,
                "");
        return row.withHash(HashChain.hash(row));
    }

    /** The event of a row that {@link #write} made. */
    AuditEvent read(AuditRow row) {
        if (PurgedRow.is(row)) {
            return new AuditEvent(
                    row.node(),
                    row.sequence(),
                    row.recordedAt(),
                    new AuditContext("", "", null, "", List.of(), null, "", null, null),
                    new AuditFact.Purged(PurgedRow.kind(row)));
        }
        var details = PARSER.parseMap(row.details());
        var context = new AuditContext(
                row.requestId(),
                row.callerId(),
                (String) details.get("callerName"),
                (String) Objects.requireNonNull(details.get("issuer")),
                list(details, "roles").stream().map(String.class::cast).toList(),
                row.organisation(),
                row.purpose(),
                (String) details.get("operationName"),
                (String) details.get("fields"));
        return new AuditEvent(row.node(), row.sequence(), row.recordedAt(), context, fact(row, details));
    }

    /** A person as they are stored, to search for. */
    String seal(PersonKey person) {
        return seal.seal(person);
    }

    /** A text as it is stored; what is searched for must pass through here too. */
    static String text(String value) {
        return text(value, LONGEST_TEXT);
    }

    private static String text(String value, int longest) {
        return value.codePoints()
                .limit(longest)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static @Nullable String optionalText(@Nullable String value) {
        return value == null ? null : text(value);
    }

    private record Parts(
            AuditKind kind,
            @Nullable PersonKey person,
            @Nullable Section section,
            @Nullable PartnerId partner,
            String outcome,
            Map<String, Object> more) {}

    private static Parts parts(AuditFact fact) {
        return switch (fact) {
            case AuditFact.Disclosure(var person, var shown) ->
                new Parts(AuditKind.DISCLOSURE, person, null, null, "SHOWN", more(shown));
            case AuditFact.Denial(var person, var reason, var section) ->
                new Parts(AuditKind.DENIAL, person, section, null, reason, Map.of());
            case AuditFact.Lookup(var person, var partner, var outcome) ->
                new Parts(AuditKind.LOOKUP, person, null, partner, outcome, Map.of());
            case AuditFact.Written(var person, var action, var id) ->
                new Parts(AuditKind.WRITTEN, person, null, null, action, Map.of("written", text(id)));
            case AuditFact.Advice advice ->
                new Parts(AuditKind.ADVICE, advice.person(), null, null, advice.decision(), more(advice));
            case AuditFact.Search search ->
                new Parts(AuditKind.SEARCH, search.person(), null, null, search.what(), more(search));
            case AuditFact.SecurityEvent(var kind, var person, var partner) ->
                new Parts(AuditKind.SECURITY_EVENT, person, null, partner, kind, Map.of());
            case AuditFact.Purged _ -> throw new IllegalArgumentException("What is purged was written before");
        };
    }

    private AuditFact fact(AuditRow row, Map<String, Object> details) {
        var person = row.person() == null ? null : seal.open(row.person());
        var section = row.section() == null ? null : Section.valueOf(row.section());
        var partner = row.partner() == null ? null : new PartnerId(row.partner());
        return switch (AuditKind.valueOf(row.kind())) {
            case DISCLOSURE ->
                new AuditFact.Disclosure(
                        Objects.requireNonNull(person),
                        list(details, "shown").stream()
                                .map(AuditRowFormat::shown)
                                .toList());
            case DENIAL -> new AuditFact.Denial(Objects.requireNonNull(person), row.outcome(), section);
            case LOOKUP ->
                new AuditFact.Lookup(Objects.requireNonNull(person), Objects.requireNonNull(partner), row.outcome());
            case WRITTEN -> new AuditFact.Written(person, row.outcome(), string(details, "written"));
            case ADVICE ->
                new AuditFact.Advice(
                        Objects.requireNonNull(person),
                        string(details, "adviceId"),
                        string(details, "instrument"),
                        row.outcome(),
                        string(details, "ruleVersion"),
                        strings(details, "inputs"));
            case SEARCH ->
                new AuditFact.Search(
                        person,
                        row.outcome(),
                        strings(details, "criteria"),
                        ((Number) Objects.requireNonNull(details.get("found"))).intValue());
            case SECURITY_EVENT -> new AuditFact.SecurityEvent(row.outcome(), person, partner);
        };
    }

    private static Map<String, Object> details(AuditContext context, Map<String, Object> more) {
        var details = new LinkedHashMap<String, Object>();
        putText(details, "callerName", context.callerName());
        putText(details, "issuer", context.issuer());
        details.put("roles", context.roles().stream().map(AuditRowFormat::text).toList());
        putText(details, "operationName", context.operationName());
        if (context.fields() != null) {
            details.put("fields", text(context.fields(), LONGEST_FIELDS));
        }
        details.putAll(more);
        return details;
    }

    private static Map<String, Object> more(List<AuditFact.Shown> shown) {
        return shown.isEmpty()
                ? Map.of()
                : Map.of("shown", shown.stream().map(AuditRowFormat::details).toList());
    }

    private static Map<String, Object> more(AuditFact.Advice advice) {
        var more = new LinkedHashMap<String, Object>();
        putText(more, "adviceId", advice.adviceId());
        putText(more, "instrument", advice.instrument());
        putText(more, "ruleVersion", advice.ruleVersion());
        more.put("inputs", texts(advice.inputs()));
        return more;
    }

    private static Map<String, Object> more(AuditFact.Search search) {
        var more = new LinkedHashMap<String, Object>();
        more.put("criteria", texts(search.criteria()));
        more.put("found", search.found());
        return more;
    }

    private static Map<String, Object> texts(Map<String, String> values) {
        var texts = new TreeMap<String, Object>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String string(Map<String, Object> details, String key) {
        return (String) Objects.requireNonNull(details.get(key));
    }

    private static Map<String, String> strings(Map<String, Object> details, String key) {
        var strings = new TreeMap<String, String>();
        ((Map<?, ?>) Objects.requireNonNull(details.get(key)))
                .forEach((name, value) -> strings.put((String) name, (String) value));
        return strings;
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
