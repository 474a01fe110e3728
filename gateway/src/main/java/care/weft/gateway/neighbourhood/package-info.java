/** The neighbourhoods of this place and the practices that make them. */
@NullMarked
package care.weft.gateway.neighbourhood;

import org.jspecify.annotations.NullMarked;
