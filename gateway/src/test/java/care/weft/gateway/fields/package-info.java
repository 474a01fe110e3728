/** Which rule governs each field of the API, and that every field has one. */
@NullMarked
package care.weft.gateway.fields;

import org.jspecify.annotations.NullMarked;
