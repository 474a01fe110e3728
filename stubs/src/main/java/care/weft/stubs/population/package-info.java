/** The invented people whom the stub partners hold records of: the same ones on every start. */
@NullMarked
package care.weft.stubs.population;

import org.jspecify.annotations.NullMarked;
