package care.weft.gateway.advice.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the rules, the catalogue and the settings by which an answer was given, so that it can be given again. */
final class RuleVersion {

    /** Raised with every change of a rule. */
    private static final String RULES = "1";

    private RuleVersion() {}

    /** Such as {@code 1/2026-11-21/9f86d081}: the last part is of all rows and settings as they are in force. */
    static String of(Catalogue catalogue, RuleSettings settings) {
        var inForce = catalogue.instruments() + "\n" + settings;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(inForce.getBytes(StandardCharsets.UTF_8));
            return RULES + "/" + catalogue.edition() + "/" + HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
