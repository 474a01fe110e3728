/** Who asks, and whether they may: decided once, at the waist, before any partner is asked. */
@NullMarked
package care.weft.gateway.access;

import org.jspecify.annotations.NullMarked;
