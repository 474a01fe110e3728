@NullMarked
package care.weft.gateway.graphql.section;

import org.jspecify.annotations.NullMarked;
