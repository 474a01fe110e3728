/** The GP practices as GP Connect shows them, FHIR STU3 behind the Spine proxy, and the Spine directory that leads to them. */
@NullMarked
package care.weft.stubs.gp;

import org.jspecify.annotations.NullMarked;
