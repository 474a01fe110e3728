/** A national register of people, shaped as the Personal Demographics Service: FHIR R4 by NHS number, with Spine's errors. */
@NullMarked
package care.weft.stubs.demographics;

import org.jspecify.annotations.NullMarked;
