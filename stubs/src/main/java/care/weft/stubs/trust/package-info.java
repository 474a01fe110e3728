/** The hospital trust: a FHIR R4 server with UK Core profiles, and what it holds of each person. */
@NullMarked
package care.weft.stubs.trust;

import org.jspecify.annotations.NullMarked;
