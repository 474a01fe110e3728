package care.weft.gateway.audit;

import care.weft.spi.model.Entry;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * The digest by which it can be told later whether a record was this one, word for word: HMAC-SHA-256 over its canonical form,
 * in lower-case hexadecimal. Keyed, so that nobody can guess what a record says by trying.
 */
public final class RecordDigest {

    private final SecretKey key;

    RecordDigest(AuditKeys keys) {
        key = keys.mac("record digest");
    }

    /** Digests under a secret of at least 32 characters. */
    public static RecordDigest under(String secret) {
        return new RecordDigest(AuditKeys.of(secret));
    }

    /** Of a record as it is released, with whatever was withheld left out. */
    public String of(Entry entry) {
        try {
            var mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(CanonicalForm.of(entry)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + key.getAlgorithm(), impossible);
        }
    }
}
