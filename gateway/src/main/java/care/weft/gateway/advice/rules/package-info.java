/**
 * Whether an assessment that somebody intends is needed, and what is done twice already: pure functions of what partners hold.
 */
@NullMarked
package care.weft.gateway.advice.rules;

import org.jspecify.annotations.NullMarked;
