/** Reads GP practices over GP Connect, FHIR STU3. */
@NullMarked
package care.weft.gp;

import org.jspecify.annotations.NullMarked;
