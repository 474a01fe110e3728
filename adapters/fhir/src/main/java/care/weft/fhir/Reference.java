package care.weft.fhir;

import care.weft.spi.model.NhsNumber;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR {@code Reference}: by address, by identifier, or by words alone. {@link #toString()} is redacted.
 *
 * @param written the address without its version, as sent; null for none. A contained one begins with {@code #}
 * @param type the kind of resource, by the address or else by {@code Reference.type}; null when neither says
 * @param id the logical id in the address, or the UUID of {@code urn:uuid:}; null for none, and for a contained one
 * @param base the server in an absolute address, without a trailing slash; null when the address is relative
 * @param identifiers its logical identifiers: usually one, and some partners send a list
 * @param display its words
 */
public record Reference(
        @Nullable String written,
        @Nullable String type,
        @Nullable String id,
        @Nullable String base,
        List<Element> identifiers,
        @Nullable String display) {

    private static final Pattern VERSION = Pattern.compile("/_history(/.*)?$|\\|.*$");
    private static final Pattern LITERAL = Pattern.compile("(?:(.+)/)?([A-Z][A-Za-z]*)/([^/?#\\s]+)");
    private static final Pattern LONE_ID = Pattern.compile("[^/?#:\\s]+");
    /** No address is longer; taking a longer text apart could take for ever. */
    private static final int LONGEST = 2_000;

    private static final String URN_UUID = "urn:uuid:";

    public Reference {
        identifiers = List.copyOf(identifiers);
    }

    static Reference of(Element element) {
        // A canonical, such as a questionnaire's, is the address alone.
        var address = element.text() == null ? element.text("reference") : element.text();
        var written = address == null || address.length() > LONGEST
                ? null
                : VERSION.matcher(address).replaceFirst("");
        var type = element.text("type");
        String id = null;
        String base = null;
        if (written != null) {
            var literal = LITERAL.matcher(written);
            if (literal.matches()) {
                base = literal.group(1);
                type = literal.group(2);
                id = literal.group(3);
            } else if (written.startsWith(URN_UUID)) {
                id = written.length() == URN_UUID.length() ? null : written.substring(URN_UUID.length());
            } else if (LONE_ID.matcher(written).matches()) {
                id = written;
            }
        }
        return new Reference(written, type, id, base, element.each("identifier"), element.text("display"));
    }

    /** Whether it names anything, by address, identifier or words. */
    public boolean present() {
        return written != null || !identifiers.isEmpty() || display != null;
    }

    /** Whether it says that it names this kind of resource. */
    public boolean names(String resourceType) {
        return resourceType.equals(type);
    }

    /** The valid NHS numbers among its identifiers, each once. */
    List<NhsNumber> nhsNumbers() {
        return StatedNhsNumber.among(identifiers).stream()
                .flatMap(stated -> stated.number().stream())
                .distinct()
                .toList();
    }

    /** Whether it names somebody by an NHS number, valid or not. */
    boolean statesNhsNumber() {
        return !StatedNhsNumber.among(identifiers).isEmpty();
    }

    @Override
    public String toString() {
        return "Reference[redacted]";
    }
}
