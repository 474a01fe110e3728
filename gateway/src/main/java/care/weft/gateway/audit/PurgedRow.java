package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.gateway.store.AuditRow;
import java.util.Objects;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.json.JsonWriter;

/**
 * What is left of a row whose time of keeping is over: its place in the chain, its hash, when and of what kind it was, and the
 * audit's signature that it was the audit which took the rest away.
 */
final class PurgedRow {

    private static final String KIND = "PURGED";

    private PurgedRow() {}

    static AuditRow of(AuditRow row, HeadSignature signature) {
        return new AuditRow(
                row.node(),
                row.sequence(),
                row.recordedAt(),
                "",
                KIND,
                null,
                null,
                null,
                row.kind(),
                "",
                null,
                "",
                JsonWriter.<String>of(members -> members.add("signature", signed -> signed))
                        .writeToString(signature.sign(statement(row, row.kind()))),
                row.previous(),
                row.hash());
    }

    static boolean is(AuditRow row) {
        return row.kind().equals(KIND);
    }

    static AuditKind kind(AuditRow purged) {
        return AuditKind.valueOf(purged.outcome());
    }

    static boolean isSigned(AuditRow purged, HeadSignature signature) {
        return purged.person() == null
                && purged.callerId().isEmpty()
                && signature.signed(statement(purged, purged.outcome()), signatureOf(purged));
    }

    private static String signatureOf(AuditRow purged) {
        try {
            return (String) Objects.requireNonNull(
                    JsonParserFactory.getJsonParser().parseMap(purged.details()).get("signature"));
        } catch (RuntimeException notOne) {
            return "";
        }
    }

    private static byte[] statement(AuditRow row, String kind) {
        return "weft-audit-purged-1\n%s\n%d\n%s\n%s\n%s\n%s"
                .formatted(row.node(), row.sequence(), row.recordedAt(), kind, row.previous(), row.hash())
                .getBytes(UTF_8);
    }
}
