/**
 * The canonical model: who a person is to us, and what partners record about them, in one shape.
 *
 * <p>Immutable records, no behaviour beyond their own rules, nothing but the JDK. Types that hold something personal redact
 * their {@code toString}.
 */
@NullMarked
package care.weft.spi.model;

import org.jspecify.annotations.NullMarked;
