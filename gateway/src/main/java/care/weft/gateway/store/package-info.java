/** SQL and migrations: what the gateway keeps, in an embedded database unless another is configured. */
@NullMarked
package care.weft.gateway.store;

import org.jspecify.annotations.NullMarked;
