/** Every hazard has a control, and every control a test that passes. */
@NullMarked
package care.weft.gateway.hazards;

import org.jspecify.annotations.NullMarked;
