/** A council's adult social care as a stub: FHIR R4 with Interweave's social care profiles. */
@NullMarked
package care.weft.stubs.council;

import org.jspecify.annotations.NullMarked;
