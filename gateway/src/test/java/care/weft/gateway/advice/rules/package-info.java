@NullMarked
package care.weft.gateway.advice.rules;

import org.jspecify.annotations.NullMarked;
