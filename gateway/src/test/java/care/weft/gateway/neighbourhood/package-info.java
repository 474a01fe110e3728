@NullMarked
package care.weft.gateway.neighbourhood;

import org.jspecify.annotations.NullMarked;
