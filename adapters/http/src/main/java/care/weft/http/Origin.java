package care.weft.http;

import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Scheme, host and port that an endpoint's calls stay within, and what of an address is sent there. */
final class Origin {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

    private final URI root;
    private final String basePath;

    Origin(Endpoint endpoint) {
        var base = endpoint.base();
        root = URI.create(base.getScheme() + "://" + base.getRawAuthority() + "/");
        var path = base.getRawPath();
        basePath = path.endsWith("/") ? path : path + "/";
    }

    /** The origin's root, to connect to. */
    URI root() {
        return root;
    }

    /**
     * Path and query to send.
     *
     * @throws PartnerException when the call leads out of the origin or, by a relative path, out of the base
     */
    String target(HttpCall call) {
        var written = call.target();
        if (ABSOLUTE.matcher(written).lookingAt()) {
            var uri = parsed(written);
            if (!holds(uri)) {
                throw refused("an address of another host was to be called");
            }
            return target(uri);
        }
        // URI would take what stands before a colon for a scheme, and a double slash for a host.
        var uri = parsed(root.getScheme() + "://" + root.getRawAuthority() + basePath + written);
        if (written.startsWith("/") || climbs(uri)) {
            throw refused("the path is not below the endpoint's base");
        }
        return target(uri);
    }

    /**
     * Path and query that a redirect leads to.
     *
     * @param from path and query that it came from
     * @throws PartnerException when it leads out of the origin
     */
    String redirected(String from, String location) {
        var uri = root.resolve(parsed(from)).resolve(parsed(location));
        if (!holds(uri)) {
            throw refused("redirected to another host");
        }
        return target(uri);
    }

    private boolean holds(URI uri) {
        return root.getScheme().equalsIgnoreCase(uri.getScheme())
                && root.getHost().equalsIgnoreCase(uri.getHost())
                && port(root) == port(uri);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static boolean climbs(URI uri) {
        return Arrays.stream(SEPARATOR.split(uri.getPath()))
                .anyMatch(segment -> segment.equals("..") || segment.equals("."));
    }

    private static String target(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
    }

    private static URI parsed(String written) {
        try {
            return new URI(escaped(written));
        } catch (URISyntaxException notAnAddress) {
            throw refused("the address is not valid");
        }
    }

    /** Partners write {@code |} and blanks into the links that they send. */
    private static String escaped(String written) {
        var escaped = new StringBuilder(written.length() + 16);
        for (byte octet : written.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            if (octet > 0 && (Character.isLetterOrDigit(character) || KEPT.indexOf(character) >= 0)) {
                escaped.append(character);
            } else {
                escaped.append('%').append("%02X".formatted((int) character));
            }
        }
        return escaped.toString();
    }

    private static PartnerException refused(String why) {
        return new PartnerException(Fault.INVALID_ANSWER, why);
    }
}
