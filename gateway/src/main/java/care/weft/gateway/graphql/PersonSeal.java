package care.weft.gateway.graphql;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.spi.model.PersonKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a person is written beside the audit: so that the database and its backups hold no NHS number, and yet what is stored of one
 * person can be found, and whose it is can be told by who has the key.
 *
 * <p>AES-GCM whose nonce is a keyed digest of the person (the construction of RFC 5297): the same person gives the same text, and a
 * nonce serves one plaintext only.
 */
public final class PersonSeal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec nonces;
    private final SecretKeySpec pseudonyms;
    private final SecretKeySpec seals;

    /** @param key at least 16 characters, the same for ever and at every node */
    public PersonSeal(String key) {
        nonces = new SecretKeySpec(derived(key, "person nonce"), MAC);
        pseudonyms = new SecretKeySpec(derived(key, "person pseudonym"), MAC);
        seals = new SecretKeySpec(derived(key, "person seal"), "AES");
    }

    /** Opaque text of up to a few hundred characters. */
    public String seal(PersonKey person) {
        try {
            var nonce = Arrays.copyOf(digest(nonces, person), NONCE);
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(person.value().getBytes(UTF_8));
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
    public PersonKey open(String sealed) {
        try {
            var bytes = Base64.getUrlDecoder().decode(sealed);
            var plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE))
                    .doFinal(bytes, NONCE, bytes.length - NONCE);
            return new PersonKey(new String(plain, UTF_8));
        } catch (GeneralSecurityException | RuntimeException otherKey) {
            throw new IllegalStateException(
                    "A stored person was sealed under another key, or changed: check weft.web.id-key", otherKey);
        }
    }

    /** The same for the same person; whose, cannot be told from it. */
    public String pseudonym(PersonKey person) {
        return text(digest(pseudonyms, person));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] digest(SecretKeySpec key, PersonKey person) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(person.value().getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has " + MAC, impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seals, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] derived(String key, String use) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(key.getBytes(UTF_8))
                            .thenExpand(("weft store " + use).getBytes(US_ASCII), 32));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HKDF", impossible);
        }
    }

    @Override
    public String toString() {
        return "PersonSeal[redacted]";
    }
}
