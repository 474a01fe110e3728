@NullMarked
package care.weft.spi.model;

import org.jspecify.annotations.NullMarked;
