/** A FHIR R4 server's searching, paging and refusing, without any resource of its own. */
@NullMarked
package care.weft.stubs.fhir;

import org.jspecify.annotations.NullMarked;
