/** That the SDL is described, that Java answers all of it and says the same, and that agreed names stay. */
@NullMarked
package care.weft.gateway.schema;

import org.jspecify.annotations.NullMarked;
