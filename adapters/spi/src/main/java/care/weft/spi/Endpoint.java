package care.weft.spi;

import java.net.URI;

/**
 * One address of a partner: most have one, GP practices one each.
 *
 * @param id names it in metrics and limits; no personal data
 * @param base absolute; paths of calls are resolved below it
 */
public record Endpoint(String id, URI base) {

    public Endpoint {
        if (!base.isAbsolute() || base.getHost() == null) {
            throw new IllegalArgumentException("An endpoint's base is an absolute http or https address");
        }
    }
}
