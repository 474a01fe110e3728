package care.weft.gateway.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * Paths that need no token: pages and their assets, never data. A bean for each part of the application that has such.
 *
 * @param all Spring path patterns
 */
public record OpenPaths(List<String> all) {

    public OpenPaths {
        all = List.copyOf(all);
    }

    /** Health probes below the endpoint itself are always open. */
    static String[] patterns(Stream<OpenPaths> parts) {
        return Stream.concat(Stream.of("/actuator/health/**"), parts.flatMap(part -> part.all().stream()))
                .toArray(String[]::new);
    }
}
