/** The gateway application. Its packages follow the way of a request: {@code gateway/docs/architecture.md}. */
@NullMarked
package care.weft.gateway;

import org.jspecify.annotations.NullMarked;
