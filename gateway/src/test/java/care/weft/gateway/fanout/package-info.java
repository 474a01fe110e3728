@NullMarked
package care.weft.gateway.fanout;

import org.jspecify.annotations.NullMarked;
