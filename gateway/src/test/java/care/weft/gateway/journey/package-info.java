@NullMarked
package care.weft.gateway.journey;

import org.jspecify.annotations.NullMarked;
