package care.weft.stubs.fhir;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The opaque values of {@code next} links: a search and how far it has been answered, signed, good for ten minutes. They
 * are kept nowhere.
 */
final class PageTokens {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final InstantSource clock;

    PageTokens(InstantSource clock) {
        this.clock = clock;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @param query as it was first sent */
    record Page(String type, String query, int offset) {}

    String token(Page page) {
        var text = clock.instant().toEpochMilli() + " " + page.offset() + " " + page.type() + " " + page.query();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(bytes) + "." + encoder.encodeToString(signature(bytes));
    }

    /**
     * Reads a token.
     *
     * @throws FhirProblem 400 if it is not one of this server's, 410 if it has expired
     */
    Page page(String token) {
        var parts = opened(token).split(" ", 4);
        if (Instant.ofEpochMilli(Long.parseLong(parts[0])).plus(LIFETIME).isBefore(clock.instant())) {
            throw new FhirProblem(410, "expired", "This page has expired: search again");
        }
        return new Page(parts[2], parts[3], Integer.parseInt(parts[1]));
    }

    private String opened(String token) {
        try {
            int dot = token.indexOf('.');
            var decoder = Base64.getUrlDecoder();
            var bytes = decoder.decode(token.substring(0, dot));
            if (MessageDigest.isEqual(signature(bytes), decoder.decode(token.substring(dot + 1)))) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException notOurs) {
            throw unknown();
        }
        throw unknown();
    }

    private byte[] signature(byte[] bytes) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FhirProblem unknown() {
        return FhirProblem.invalid("value", "This is not a page of this server");
    }
}
