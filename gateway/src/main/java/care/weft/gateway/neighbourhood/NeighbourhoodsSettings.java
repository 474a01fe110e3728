package care.weft.gateway.neighbourhood;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code weft.neighbourhoods.<id>.*}: which practices make which neighbourhood. No register of organisations knows
 * neighbourhoods, so each place says it itself.
 */
@ConfigurationProperties("weft")
record NeighbourhoodsSettings(@DefaultValue Map<String, Written> neighbourhoods) {

    static final String PREFIX = "weft.neighbourhoods";

    /**
     * One of them, as written.
     *
     * @param name as people call it
     * @param practices the practice's name by its ODS code
     */
    record Written(
            @DefaultValue("") String name, @DefaultValue Map<String, String> practices) {}
}
