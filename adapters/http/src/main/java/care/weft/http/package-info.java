/**
 * The one client that partners are called with: {@link care.weft.spi.PartnerHttp} on reactor-netty, within the limits of
 * {@link care.weft.http.PartnerHttpSettings}.
 */
@NullMarked
package care.weft.http;

import org.jspecify.annotations.NullMarked;
