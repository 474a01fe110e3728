/** Hospital trusts over FHIR R4, UK Core: finds a person by NHS number, then reads by the trust's own id. */
@NullMarked
package care.weft.trust;

import org.jspecify.annotations.NullMarked;
