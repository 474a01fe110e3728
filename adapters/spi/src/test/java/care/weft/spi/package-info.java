@NullMarked
package care.weft.spi;

import org.jspecify.annotations.NullMarked;
