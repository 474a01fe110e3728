@NullMarked
package care.weft.gateway.settings;

import org.jspecify.annotations.NullMarked;
