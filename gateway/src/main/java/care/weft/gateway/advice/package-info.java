/** Whether an intended assessment is needed, who else is at it, and what is done twice: the catalogue and how it is asked. */
@NullMarked
package care.weft.gateway.advice;

import org.jspecify.annotations.NullMarked;
