@NullMarked
package care.weft.gateway.cache;

import org.jspecify.annotations.NullMarked;
