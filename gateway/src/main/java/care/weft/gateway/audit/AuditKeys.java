package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the audit, all derived from one secret (HKDF with SHA-256, RFC 5869), each for one use alone.
 *
 * <p>The secret is the same for ever and at every node: without it nobody can tell whose record an event is about.
 */
final class AuditKeys {

    /** In characters. */
    static final int SHORTEST = 32;

    private final byte[] secret;

    private AuditKeys(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Keys from a secret.
     *
     * @param secret at least {@value #SHORTEST} characters
     */
    static AuditKeys of(String secret) {
        return new AuditKeys(secret.getBytes(UTF_8));
    }

    /**
     * Keys from the configured secret, or from one that is made once and kept in a directory, readable by its owner alone.
     * Blocks for a moment in the second case.
     */
    static AuditKeys of(@Nullable String configured, Path directory) {
        return of(configured == null ? kept(directory.resolve("audit-key")) : configured);
    }

    /** For a digest. */
    SecretKey mac(String use) {
        return new SecretKeySpec(bytes(use), "HmacSHA256");
    }

    /** For AES with 256 bits. */
    SecretKey cipher(String use) {
        return new SecretKeySpec(bytes(use), "AES");
    }

    /** 32 bytes that nobody can tell without the secret. */
    byte[] bytes(String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(("weft audit " + use).getBytes(US_ASCII), 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HKDF", impossible);
        }
    }

    private static String kept(Path file) {
        try {
            if (!Files.exists(file)) {
                var fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                write(file, HexFormat.of().formatHex(fresh));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String secret) throws IOException {
        var owner = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (var channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
            channel.write(ByteBuffer.wrap(secret.getBytes(US_ASCII)));
        }
    }

    @Override
    public String toString() {
        return "AuditKeys[redacted]";
    }
}
