package care.weft.spi;

import care.weft.spi.model.PartnerId;
import java.time.Clock;

/**
 * What the gateway hands to an adapter when it opens it.
 *
 * @param partner the configured partner's name
 * @param settings of this partner
 * @param http ready to use: base address, connection pool, credentials, limits of body, redirects and rate, and
 *     metrics are already in it
 * @param clock the only source of "today"
 */
public record PartnerContext(PartnerId partner, AdapterSettings settings, PartnerHttp http, Clock clock) {}
