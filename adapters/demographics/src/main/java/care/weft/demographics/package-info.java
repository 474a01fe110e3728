/** Reads a national register of people, shaped as the Personal Demographics Service, FHIR R4. */
@NullMarked
package care.weft.demographics;

import org.jspecify.annotations.NullMarked;
