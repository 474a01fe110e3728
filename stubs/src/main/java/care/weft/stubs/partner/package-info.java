/**
 * What every partner stub is made of: a server with WireMock's admin API, faults on request, and counters.
 *
 * <p>A further stub is a {@link care.weft.stubs.partner.PartnerSystem}, which answers calls in plain Java, and a small
 * subclass of {@link care.weft.stubs.partner.PartnerStub}.
 */
@NullMarked
package care.weft.stubs.partner;

import org.jspecify.annotations.NullMarked;
