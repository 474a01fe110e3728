package care.weft.gp;

import care.weft.fhir.Settings;
import care.weft.spi.AdapterSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one way to the practices.
 *
 * @param asid the gateway's own number on the Spine
 * @param issuer by what address practices know the gateway
 * @param organisation for whom practices are asked where the user's organisation is not known; null for nobody
 * @param organisationName its name; null for its code
 * @param proxy the Spine proxy's address, without a slash at its end; empty where practices are called directly
 * @param directoryKey what the directory lets the gateway in by; empty for nothing
 * @param maxConcurrentCalls at one practice's endpoint
 */
record GpSettings(
        String asid,
        String issuer,
        @Nullable String organisation,
        @Nullable String organisationName,
        String proxy,
        String directoryKey,
        int maxConcurrentCalls) {

    static final String ISSUER = "https://weft.example";

    private static final List<String> KEYS = List.of(
            "asid", "directory-key", "issuer", "max-concurrent-calls", "organisation", "organisation-name", "proxy");

    private static final Pattern ASID = Pattern.compile("[0-9]{12}");
    private static final Pattern ODS_CODE = Pattern.compile("[A-Z0-9]{3,10}");

    static GpSettings of(AdapterSettings settings) {
        Settings.refuseUnknown(settings, "a practice", KEYS);
        var asid = settings.text("asid", "");
        if (!ASID.matcher(asid).matches()) {
            throw new IllegalArgumentException(
                    "Setting 'asid' must be the gateway's own ASID on the Spine, twelve digits");
        }
        var organisation = settings.values().get("organisation");
        if (organisation != null && !isOdsCode(organisation)) {
            throw new IllegalArgumentException("Setting 'organisation' must be an ODS code");
        }
        return new GpSettings(
                asid,
                address(settings, "issuer", ISSUER),
                organisation,
                settings.values().get("organisation-name"),
                address(settings, "proxy", ""),
                settings.text("directory-key", ""),
                settings.number("max-concurrent-calls", 4, 1));
    }

    /** Whether this can be the code of an organisation at all. */
    static boolean isOdsCode(String code) {
        return ODS_CODE.matcher(code).matches();
    }

    private static String address(AdapterSettings settings, String key, String otherwise) {
        var written = settings.text(key, otherwise);
        if (written.isEmpty() && otherwise.isEmpty()) {
            return written;
        }
        try {
            var address = new URI(written);
            if (address.getHost() != null && address.getScheme().startsWith("http")) {
                return written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
            }
        } catch (URISyntaxException notAnAddress) {
            // said below
        }
        throw new IllegalArgumentException("Setting '" + key + "' must be an absolute http or https address");
    }
}
