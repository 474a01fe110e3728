package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.audit.AccessFilter;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.audit.Verification;
import care.weft.gateway.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

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
        return disclosuresIn(Map.of("weft.store.directory", directory));
    }

    /**
     * The same of a gateway with another database.
     *
     * @param settings the gateway's of its store and audit
     */
    static Map<String, Set<String>> disclosuresIn(Map<String, ?> settings) {
        var disclosures = new HashMap<String, Set<String>>();
        new ApplicationContextRunner()
                .withUserConfiguration(Trail.class)
                .withPropertyValues(settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new))
                .run(context -> {
                    awaitWhatWasSpooled(context.getBean(StoreSettings.class).directory());
                    disclosures.putAll(disclosed(context.getBean(AuditTrail.class)));
                    assertThat(context.getBean(AuditTrail.class).verify().block(SOON))
                            .isInstanceOf(Verification.Intact.class);
                });
        return disclosures;
    }

    /** What the gateway could not store in time is stored by whoever opens its store next. */
    private static void awaitWhatWasSpooled(Path directory) {
        var spool = directory.resolve("spool").resolve("spool").toFile();
        for (var end = System.nanoTime() + SOON.toNanos(); spool.length() > 0 && System.nanoTime() < end; ) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(spool.length()).as("bytes that still wait in the spool").isZero();
    }

    private static Map<String, Set<String>> disclosed(AuditTrail trail) {
        return trail.findAll(AccessFilter.ALL)
                .filter(event -> event.fact() instanceof AuditFact.Disclosure)
                .collect(Collectors.groupingBy(
                        event -> event.context().requestId(),
                        Collectors.mapping(
                                event -> ((AuditFact.Disclosure) event.fact())
                                        .person()
                                        .value(),
                                Collectors.toSet())))
                .blockOptional(SOON)
                .orElseThrow();
    }

    @ComponentScan({"care.weft.gateway.store", "care.weft.gateway.audit"})
    static class Trail {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
