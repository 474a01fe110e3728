@NullMarked
package care.weft.gateway.graphql;

import org.jspecify.annotations.NullMarked;
