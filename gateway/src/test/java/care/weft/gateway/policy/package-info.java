@NullMarked
package care.weft.gateway.policy;

import org.jspecify.annotations.NullMarked;
