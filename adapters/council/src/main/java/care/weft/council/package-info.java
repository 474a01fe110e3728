/** Reads a council's adult social care over FHIR R4, Interweave profiles. */
@NullMarked
package care.weft.council;

import org.jspecify.annotations.NullMarked;
