package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.batchOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

class AuditConfigurationTests {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Application.class);

    @Test
    void applicationWritesItsTrailToTheStoreUnderOneNodeName() {
        for (int start = 1; start <= 2; start++) {
            long events = start;
            runner.withPropertyValues("weft.store.directory=" + directory).run(context -> {
                context.getBean(AuditLog.class).commit(batchOf("r1", 1), SOON).block(SOON);
                var trail = context.getBean(AuditTrail.class);

                assertThat(trail.verify().block(SOON)).isEqualTo(new Verification.Intact(events, events - 1));
                assertThat(trail.findByRequest("r1")
                                .map(AuditEvent::node)
                                .distinct()
                                .collectList()
                                .block(SOON))
                        .hasSize(1);
            });
        }
    }

    @ComponentScan({"care.weft.gateway.store", "care.weft.gateway.audit"})
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
