package care.weft.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class AuditSettingsTests {

    @Test
    void defaults() {
        assertThat(bind(Map.of())).isEqualTo(AuditSettings.of(Duration.ofSeconds(2), 10_000));
    }

    @Test
    void everythingCanBeSet() {
        assertThat(bind(Map.of(
                        "weft.audit.node", "bury-2",
                        "weft.audit.commit-timeout", "500ms",
                        "weft.audit.queue", "50",
                        "weft.audit.key", "k".repeat(32),
                        "weft.audit.heads.directory", "/mnt/heads",
                        "weft.audit.heads.every", "30s",
                        "weft.audit.spool.directory", "/var/spool/weft",
                        "weft.audit.spool.max-size", "1GB",
                        "weft.audit.spool.after", "200ms",
                        "weft.audit.retention.security-event", "365d")))
                .isEqualTo(new AuditSettings(
                        "bury-2",
                        Duration.ofMillis(500),
                        50,
                        "k".repeat(32),
                        new AuditSettings.Heads(Path.of("/mnt/heads"), Duration.ofSeconds(30)),
                        new AuditSettings.Spool(
                                Path.of("/var/spool/weft"), DataSize.ofGigabytes(1), Duration.ofMillis(200)),
                        Map.of(AuditKind.SECURITY_EVENT, Duration.ofDays(365))));
    }

    @Test
    void settingsThatWouldRefuseEveryAnswerAreRefused() {
        assertThatThrownBy(() -> AuditSettings.of(Duration.ZERO, 1)).hasMessageContaining("weft.audit.commit-timeout");
        assertThatThrownBy(() -> AuditSettings.of(Duration.ofSeconds(2), 0)).hasMessageContaining("weft.audit.queue");
    }

    @Test
    void settingsThatWouldKeepNoSecretOrNothingAreRefused() {
        assertThatThrownBy(() -> bind(Map.of("weft.audit.key", "short")))
                .rootCause()
                .hasMessage("weft.audit.key must have at least 32 characters");
        assertThatThrownBy(() -> bind(Map.of("weft.audit.retention.denial", "1h")))
                .rootCause()
                .hasMessageContaining("weft.audit.retention.DENIAL");
        assertThatThrownBy(() -> bind(Map.of("weft.audit.heads.every", "0s")))
                .rootCause()
                .hasMessageContaining("weft.audit.heads.every");
        assertThatThrownBy(() -> bind(Map.of("weft.audit.spool.after", "0s")))
                .rootCause()
                .hasMessageContaining("weft.audit.spool.after");
    }

    @Test
    void theKeyIsNotShown() {
        assertThat(bind(Map.of("weft.audit.key", "s3cret".repeat(6))))
                .asString()
                .doesNotContain("s3cret");
    }

    private static AuditSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("weft.audit", AuditSettings.class);
    }
}
