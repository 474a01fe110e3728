package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.spi.model.PersonKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * How a person is written in the database, in the audit and beside it: so that the database and its backups hold no NHS number, and yet what
 * is kept of one person can be found, and whose it is can be told by who has the key.
 *
 * <p>AES-GCM whose nonce is a keyed digest of the person (the construction of RFC 5297): the same person gives the same text,
 * and a nonce serves one plaintext only.
 */
public final class PersonSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey nonces;
    private final SecretKey seals;
    private final SecretKey pseudonyms;

    PersonSeal(AuditKeys keys) {
        pseudonyms = keys.mac("person pseudonym");
        nonces = keys.mac("person nonce");
        seals = keys.cipher("person");
    }

    /** Opaque text of up to a few hundred characters. */
    public String seal(PersonKey person) {
        try {
            var plain = person.value().getBytes(UTF_8);
            var nonce = Arrays.copyOf(digest(nonces, person), NONCE);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return text(ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has AES-GCM", impossible);
        }
    }

    /**
     * Who that is.
     *
     * @throws IllegalStateException when it was sealed under another key, or changed
     */
    public PersonKey open(String written) {
        try {
            var bytes = Base64.getUrlDecoder().decode(written);
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE))
                    .doFinal(bytes, NONCE, bytes.length - NONCE);
            return new PersonKey(new String(plain, UTF_8));
        } catch (GeneralSecurityException | RuntimeException otherKey) {
            throw new IllegalStateException(
                    "A stored person was sealed under another key, or changed: check weft.audit.key", otherKey);
        }
    }

    /** For figures: the same for the same person; whose, cannot be told from it. */
    public String pseudonym(PersonKey person) {
        return text(digest(pseudonyms, person));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] digest(SecretKey key, PersonKey person) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(person.value().getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seals, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    @Override
    public String toString() {
        return "PersonSeal[redacted]";
    }
}
