@NullMarked
package care.weft.gateway.advice;

import org.jspecify.annotations.NullMarked;
