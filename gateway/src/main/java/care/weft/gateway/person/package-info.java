/** Which partner records belong to a person, and what they say of who the person is. */
@NullMarked
package care.weft.gateway.person;

import org.jspecify.annotations.NullMarked;
