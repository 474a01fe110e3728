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
 * How a person is written in the audit, and wherever it is kept who was looked at: so that the database, its backups and exports of it hold no NHS number, and yet the
 * events of one person can be found, and whose they are can be told by who has the key.
 *
 * <p>AES-GCM whose nonce is a keyed digest of the person (the construction of RFC 5297): the same person gives the same text,
 * and a nonce serves one plaintext only.
 */
public final class PersonSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey nonces;
    private final SecretKey seals;

    PersonSeal(AuditKeys keys) {
        nonces = keys.mac("person nonce");
        seals = keys.cipher("person");
    }

    /** Opaque text of up to a few hundred characters. */
    public String seal(PersonKey person) {
        try {
            var plain = person.value().getBytes(UTF_8);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(nonces);
            var nonce = Arrays.copyOf(mac.doFinal(plain), NONCE);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
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
                    "This audit was written under another key, or changed: check weft.audit.key", otherKey);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seals, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
