package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.store.AuditRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTests {

    private static final long ENOUGH_ROOM = 1_000_000;

    @TempDir
    Path directory;

    @Test
    void whatWaitsComesBackInOrderAfterARestart() throws IOException {
        var spool = opened(ENOUGH_ROOM);
        spool.add(rows("a", 1, 2));
        spool.add(rows("a", 3));

        var next = opened(ENOUGH_ROOM);

        assertThat(next.isEmpty()).isFalse();
        assertThat(next.last()).isEqualTo(row("a", 3));
        assertThat(next.oldest(1)).isEqualTo(new Spool.Oldest(rows("a", 1, 2), 1, false));
        assertThat(next.oldest(1000)).isEqualTo(new Spool.Oldest(rows("a", 1, 2, 3), 2, true));
    }

    @Test
    void whatIsStoredWaitsNoMoreAndTheFileIsEmptiedWithTheLast() throws IOException {
        var spool = opened(ENOUGH_ROOM);
        spool.add(rows("a", 1));
        spool.add(rows("a", 2));
        spool.stored(1);

        assertThat(spool.oldest(1000).rows()).isEqualTo(rows("a", 2));

        spool.stored(1);

        assertThat(spool.isEmpty()).isTrue();
        assertThat(spool.last()).isNull();
        assertThat(file()).isEmptyFile();
        assertThat(opened(ENOUGH_ROOM).isEmpty()).isTrue();
    }

    @Test
    void rowsOfAnotherNodeAreStoredByThemselves() throws IOException {
        var spool = opened(ENOUGH_ROOM);
        spool.add(rows("a", 1));
        spool.add(rows("b", 1));

        assertThat(spool.oldest(1000)).isEqualTo(new Spool.Oldest(rows("a", 1), 1, false));
    }

    @Test
    void aFullSpoolTakesNoMoreAndKeepsWhatItHas() throws IOException {
        var spool = opened(1000);
        spool.add(rows("a", 1));

        assertThatThrownBy(() -> spool.add(rows("a", LongStream.range(2, 20).toArray())))
                .isInstanceOf(IOException.class)
                .hasMessage("The audit's spool is full");

        assertThat(opened(1000).oldest(1000).rows()).isEqualTo(rows("a", 1));
    }

    @Test
    void aSpoolWithoutRoomAtAllTakesNothing() throws IOException {
        var spool = opened(0);

        assertThatThrownBy(() -> spool.add(rows("a", 1))).isInstanceOf(IOException.class);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whateverAKillCutOffIsLeftOutWhereverItWasCut() throws IOException {
        var spool = opened(ENOUGH_ROOM);
        spool.add(rows("a", 1));
        long whole = Files.size(file());
        spool.add(rows("a", 2));
        var bytes = Files.readAllBytes(file());

        for (int cut = (int) whole; cut < bytes.length; cut += 7) {
            Files.write(file(), java.util.Arrays.copyOf(bytes, cut));

            var next = opened(ENOUGH_ROOM);
            assertThat(next.oldest(1000).rows()).as("cut at %d", cut).isEqualTo(rows("a", 1));
            next.add(rows("a", 5));
            assertThat(opened(ENOUGH_ROOM).oldest(1000).rows()).isEqualTo(rows("a", 1, 5));
        }
    }

    @Test
    void whatWasChangedIsSetAside() throws IOException {
        var spool = opened(ENOUGH_ROOM);
        spool.add(rows("a", 1));
        var bytes = Files.readAllBytes(file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(file(), bytes);

        assertThat(opened(ENOUGH_ROOM).isEmpty()).isTrue();
        assertThat(directory.resolve("spool.cut-off")).hasBinaryContent(bytes);
    }

    @Test
    void theFileTellsNothingWithoutTheKey() throws IOException {
        opened(ENOUGH_ROOM).add(rows("a", 1));

        assertThat(new String(Files.readAllBytes(file()), UTF_8)).doesNotContain("caller", "DENIAL", "request");
        var stranger = new Spool(directory, ENOUGH_ROOM, AuditKeys.of("another secret of thirty-two characters"));
        stranger.open();
        assertThat(stranger.isEmpty()).isTrue();
    }

    @Test
    void aFailedWriteIsOverwrittenByTheNext() throws IOException {
        var spool = opened(ENOUGH_ROOM);
        spool.add(rows("a", 1));
        Files.write(file(), "half of something".getBytes(UTF_8), StandardOpenOption.APPEND);
        spool.add(rows("a", 2));

        assertThat(opened(ENOUGH_ROOM).oldest(1000).rows()).isEqualTo(rows("a", 1, 2));
    }

    private Path file() {
        return directory.resolve("spool");
    }

    private Spool opened(long most) throws IOException {
        var spool = new Spool(directory, most, Facts.KEYS);
        spool.open();
        return spool;
    }

    static List<AuditRow> rows(String node, long... sequences) {
        var rows = new ArrayList<AuditRow>();
        LongStream.of(sequences).forEach(sequence -> rows.add(row(node, sequence)));
        return rows;
    }

    private static AuditRow row(String node, long sequence) {
        return new AuditRow(
                node,
                sequence,
                Instant.parse("2026-03-29T00:59:59.123456Z"),
                "request",
                "DENIAL",
                null,
                "STAYS",
                null,
                "NO_ROLE",
                "caller",
                "",
                "TREAT",
                "{}",
                HashChain.START,
                "f".repeat(64));
    }
}
