package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.gateway.store.AuditRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows as bytes, and back. */
final class RowBytes {

    private RowBytes() {}

    static byte[] write(List<AuditRow> rows) throws IOException {
        var bytes = new ByteArrayOutputStream(1024 * rows.size());
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(rows.size());
            for (var row : rows) {
                out.writeLong(row.sequence());
                out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt()));
                text(out, row.node());
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
                text(out, row.hash());
            }
        }
        return bytes.toByteArray();
    }

    static List<AuditRow> read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int count = in.readInt();
            var rows = new ArrayList<AuditRow>(count);
            for (int n = 0; n < count; n++) {
                long sequence = in.readLong();
                var recordedAt = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
                rows.add(new AuditRow(
                        required(in),
                        sequence,
                        recordedAt,
                        required(in),
                        required(in),
                        text(in),
                        text(in),
                        text(in),
                        required(in),
                        required(in),
                        text(in),
                        required(in),
                        required(in),
                        required(in),
                        required(in)));
            }
            return rows;
        }
    }

    /** Length first; -1 for an absent value. */
    private static void text(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        var utf8 = value.getBytes(UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        return Objects.requireNonNull(text(in));
    }
}
