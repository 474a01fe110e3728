package care.weft.gateway.graphql;

import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids for clients: stable over time and nodes, and telling nothing without the key. An NHS number has only ten digits, so a
 * plain hash of it would be no secret.
 */
public final class OpaqueIds {

    private static final String ALGORITHM = "HmacSHA256";
    /** 128 bits: two of a billion ids collide with a chance below one in 10^20. */
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    /**
     * Ids under one key.
     *
     * @param key at least 16 characters, the same at every node
     */
    public OpaqueIds(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String person(PersonKey person) {
        return id("person", person.value());
    }

    public String record(PartnerId partner, String kind, String recordId) {
        return id(kind, partner.value() + "\n" + recordId);
    }

    /** Of something put together here, by all that it says: the same as long as it says the same. */
    public String saying(String kind, String all) {
        return id(kind, all);
    }

    private String id(String kind, String what) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var digest = mac.doFinal((kind + "\n" + what).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
