package care.weft.stubs.population;

import java.util.List;

/**
 * A part of the city whose practices one multi-disciplinary team serves.
 *
 * @param id stable, in lower case with hyphens
 * @param postcodeDistricts the outward parts of its postcodes
 * @param practices nine or ten
 */
public record Neighbourhood(String id, String name, List<String> postcodeDistricts, List<Practice> practices) {

    public Neighbourhood {
        postcodeDistricts = List.copyOf(postcodeDistricts);
        practices = List.copyOf(practices);
    }
}
