package care.weft.gateway.audit;

import care.weft.gateway.store.AuditRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file in which groups of rows wait for the store, oldest first: bounded, encrypted (AES-GCM), forced to the disk with each
 * group. All methods block, and only one thread may be in any of them.
 */
final class Spool {

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int HEADER = Integer.BYTES + NONCE;

    private final Path directory;
    private final long most;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();
    /** Where each group that still waits begins. */
    private final Deque<Long> waiting = new ArrayDeque<>();

    private long end;
    private @Nullable AuditRow last;

    /**
     * The spool in a directory, which is made when it is first needed.
     *
     * @param most size of the file, in bytes
     */
    Spool(Path directory, long most, AuditKeys keys) {
        this.directory = directory;
        this.most = most;
        key = keys.cipher("spool");
    }

    private Path file() {
        return directory.resolve("spool");
    }

    /** Finds what an earlier process left. What a kill cut off was never acknowledged, and goes. */
    void open() throws IOException {
        if (!Files.exists(file())) {
            return;
        }
        long size = Files.size(file());
        while (end < size) {
            var group = readAt(end, size);
            if (group == null) {
                setAside(size);
                return;
            }
            waiting.add(end);
            last = group.rows().getLast();
            end = group.end();
        }
    }

    /** The end of the file is kept beside it, for somebody to look at; it is nearly always half of what was being written. */
    private void setAside(long size) throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.allocate(Math.toIntExact(size - end));
            channel.read(rest, end);
            Files.write(directory.resolve("spool.cut-off"), rest.array());
            channel.truncate(end);
            channel.force(true);
        }
        LOG.warn("The audit's spool ended in {} bytes that cannot be read: they are kept in spool.cut-off", size - end);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The newest row that waits. */
    @Nullable
    AuditRow last() {
        return isEmpty() ? null : last;
    }

    /**
     * Adds a group; when this returns it is on the disk.
     *
     * @throws IOException when there is no room for it, or it could not be written
     */
    void add(List<AuditRow> rows) throws IOException {
        var record = seal(RowBytes.write(rows));
        if (end + record.length > most) {
            throw new IOException("The audit's spool is full");
        }
        Files.createDirectories(directory);
        try (var channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // What a failed write left behind is overwritten.
            channel.truncate(end);
            var bytes = ByteBuffer.wrap(record);
            for (long at = end; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
            channel.force(true);
        }
        waiting.add(end);
        end += record.length;
        last = rows.getLast();
    }

    /**
     * The oldest groups that wait, of one node: at least one, and no more once they have {@code enough} rows.
     *
     * @param groups how many groups that is
     */
    record Oldest(List<AuditRow> rows, int groups, boolean all) {}

    Oldest oldest(int enough) throws IOException {
        var rows = new ArrayList<AuditRow>();
        int groups = 0;
        for (var at : waiting) {
            var group = readAt(at, end);
            if (group == null) {
                throw new IOException("The audit's spool was changed");
            }
            boolean another = !rows.isEmpty()
                    && !rows.getFirst().node().equals(group.rows().getFirst().node());
            if (rows.size() >= enough || another) {
                break;
            }
            rows.addAll(group.rows());
            groups++;
        }
        return new Oldest(rows, groups, groups == waiting.size());
    }

    /** The oldest groups are stored: they wait no more. The file is emptied when nothing does. */
    void stored(int groups) throws IOException {
        for (int n = 0; n < groups; n++) {
            waiting.remove();
        }
        if (waiting.isEmpty()) {
            try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
                channel.truncate(0);
                channel.force(true);
            }
            end = 0;
        }
    }

    private record Group(List<AuditRow> rows, long end) {}

    /** Null for what is no whole group. */
    private @Nullable Group readAt(long at, long size) throws IOException {
        try (var channel = FileChannel.open(file(), StandardOpenOption.READ)) {
            var header = ByteBuffer.allocate(HEADER);
            if (size - at < HEADER + TAG || channel.read(header, at) < HEADER) {
                return null;
            }
            header.flip();
            int length = header.getInt();
            if (length < TAG || length > size - at - HEADER) {
                return null;
            }
            var nonce = new byte[NONCE];
            header.get(nonce);
            var sealed = ByteBuffer.allocate(length);
            if (channel.read(sealed, at + HEADER) < length) {
                return null;
            }
            return new Group(
                    RowBytes.read(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(sealed.array())), at + HEADER + length);
        } catch (GeneralSecurityException changed) {
            return null;
        }
    }

    private byte[] seal(byte[] plain) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .putInt(sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        return cipher;
    }
}
