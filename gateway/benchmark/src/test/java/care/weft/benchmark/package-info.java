@NullMarked
package care.weft.benchmark;

import org.jspecify.annotations.NullMarked;
