@NullMarked
package care.weft.gateway.access;

import org.jspecify.annotations.NullMarked;
