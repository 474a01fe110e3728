/** The API: scalars, wiring, root fields, error mapping. */
@NullMarked
package care.weft.gateway.graphql;

import org.jspecify.annotations.NullMarked;
