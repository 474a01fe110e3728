package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The rule that ties each row of a node to the one before it: SHA-256 over every other column, the previous hash among them.
 *
 * <p>Finds a changed, cut, inserted or moved row. It does not find rows dropped from the end, nor a chain that was computed
 * anew from some row on: for these there are signed {@link Head}s.
 */
final class HashChain {

    /** What the first row of a node names as previous. */
    static final String START = "0".repeat(64);

    // Named in the hashed bytes, so that another encoding can never be taken for this one.
    private static final String ENCODING = "weft-audit-1";

    private HashChain() {}

    /** The hash that a row must have; the one it has plays no part. */
    static String hash(AuditRow row) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encode(row)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }

    /** The same row as the next of another chain, or of this one at another place. */
    static AuditRow following(ChainEnd end, AuditRow row) {
        var moved = new AuditRow(
                row.node(),
                end.sequence() + 1,
                row.recordedAt(),
                row.requestId(),
                row.kind(),
                row.person(),
                row.section(),
                row.partner(),
                row.outcome(),
                row.callerId(),
                row.organisation(),
                row.purpose(),
                row.details(),
                end.hash(),
                "");
        return moved.withHash(hash(moved));
    }

    private static byte[] encode(AuditRow row) {
        var bytes = new ByteArrayOutputStream(512 + row.details().length());
        try (var out = new DataOutputStream(bytes)) {
            text(out, ENCODING);
            text(out, row.node());
            out.writeLong(row.sequence());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt()));
            text(out, row.requestId());
            text(out, row.kind());
            text(out, row.person());
            text(out, row.section());
            text(out, row.partner());
            text(out, row.outcome());
            text(out, row.callerId());
            text(out, row.organisation());
            text(out, row.purpose());
            text(out, row.details());
            text(out, row.previous());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Length first, so that no two rows have the same bytes; -1 for an absent value, which is not an empty one. */
    private static void text(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
