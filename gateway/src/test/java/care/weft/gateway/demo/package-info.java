@NullMarked
package care.weft.gateway.demo;

import org.jspecify.annotations.NullMarked;
