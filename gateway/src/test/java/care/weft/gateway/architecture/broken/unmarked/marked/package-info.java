/** Is marked. */
@NullMarked
package care.weft.gateway.architecture.broken.unmarked.marked;

import org.jspecify.annotations.NullMarked;
