@NullMarked
package care.weft.gateway.resilience;

import org.jspecify.annotations.NullMarked;
