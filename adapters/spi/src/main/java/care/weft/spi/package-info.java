/**
 * The contract between the gateway and an adapter: what a partner's engineer implements.
 *
 * <p>Start at {@link care.weft.spi.PartnerAdapterProvider}. The gateway finds it with {@link java.util.ServiceLoader}, reads
 * its profile, builds a client to match and opens one {@link care.weft.spi.PartnerAdapter} per configured partner.
 */
@NullMarked
package care.weft.spi;

import org.jspecify.annotations.NullMarked;
