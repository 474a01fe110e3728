/** What one answer may serve: several who ask for the same at the same time, and, for a while, those who come after them. */
@NullMarked
package care.weft.gateway.cache;

import org.jspecify.annotations.NullMarked;
