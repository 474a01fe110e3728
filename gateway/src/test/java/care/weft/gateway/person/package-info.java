@NullMarked
package care.weft.gateway.person;

import org.jspecify.annotations.NullMarked;
