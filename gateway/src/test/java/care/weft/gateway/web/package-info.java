@NullMarked
package care.weft.gateway.web;

import org.jspecify.annotations.NullMarked;
