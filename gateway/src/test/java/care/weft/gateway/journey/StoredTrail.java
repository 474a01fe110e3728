package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.audit.Verification;
import care.weft.gateway.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import reactor.core.publisher.Flux;

/** The trail of a gateway that runs no more. */
final class StoredTrail {

    private static final Duration SOON = Duration.ofSeconds(60);

    private StoredTrail() {}

    /**
     * Whose records the trail says were shown, by request id. The chain of the trail is looked at as well.
     *
     * @param directory the gateway's {@code weft.store.directory}
     */
    static Map<String, Set<String>> disclosuresIn(Path directory) {
        var disclosures = new HashMap<String, Set<String>>();
        new ApplicationContextRunner()
                .withUserConfiguration(Trail.class)
                .withPropertyValues("weft.store.directory=" + directory)
                .run(context -> {
                    disclosures.putAll(disclosed(context.getBean(Store.class)));
                    assertThat(context.getBean(AuditTrail.class).verify().block(SOON))
                            .isInstanceOf(Verification.Intact.class);
                });
        return disclosures;
    }

    private static Map<String, Set<String>> disclosed(Store store) {
        return store.read(connection -> Flux.from(connection
                                .createStatement("select request_id, person from audit_event where kind = 'DISCLOSURE'")
                                .execute())
                        .concatMap(result -> result.map(row -> Map.entry(text(row.get(0)), text(row.get(1))))))
                .collect(Collectors.groupingBy(
                        Map.Entry<String, String>::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())))
                .blockOptional(SOON)
                .orElseThrow();
    }

    private static String text(@Nullable Object column) {
        return String.valueOf(Objects.requireNonNull(column));
    }

    @ComponentScan({"care.weft.gateway.store", "care.weft.gateway.audit"})
    static class Trail {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
