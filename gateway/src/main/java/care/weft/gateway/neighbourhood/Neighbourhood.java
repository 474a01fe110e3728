package care.weft.gateway.neighbourhood;

import care.weft.spi.model.Organisation;
import java.util.List;

/**
 * A part of a place that is worked in as one team.
 *
 * @param id its name in settings
 * @param practices by name
 */
public record Neighbourhood(String id, String name, List<Organisation> practices) {

    public Neighbourhood {
        practices = List.copyOf(practices);
    }
}
