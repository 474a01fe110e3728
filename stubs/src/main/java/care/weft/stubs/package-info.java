/**
 * Fake partner systems and an identity provider on real sockets: for the demonstration, for tests and for load.
 *
 * <p>Start at {@link care.weft.stubs.Stubs}. Nothing here knows a type of the gateway or of an adapter: a stub that shared
 * them would hide mistakes of mapping.
 */
@NullMarked
package care.weft.stubs;

import org.jspecify.annotations.NullMarked;
