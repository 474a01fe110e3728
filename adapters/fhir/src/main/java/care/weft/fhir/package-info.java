/**
 * Reading FHIR, R4 and STU3, for an adapter: searches with their pages, resources, elements, and the ways in which partners
 * depart from the standard.
 *
 * <p>For a partner that is asked by its own ids over R4, {@link care.weft.fhir.FhirAdapter} is the whole adapter: it wants a
 * {@link care.weft.fhir.SectionReading} for each section, most of which are one {@link care.weft.fhir.Asked#read}.
 *
 * <p>For any other, start at {@link care.weft.fhir.FhirClient}. A search gives a {@link care.weft.fhir.Bundle}; its
 * {@link care.weft.fhir.Bundle#map map} turns each {@link care.weft.fhir.Resource} into an entry of the model, and one that
 * cannot be read costs itself alone. Absent and unreadable are both null here, never an exception, except where a method says
 * {@link care.weft.fhir.Unreadable}.
 */
@NullMarked
package care.weft.fhir;

import org.jspecify.annotations.NullMarked;
