package care.weft.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AuditSettingsTests {

    @Test
    void defaults() {
        assertThat(bind(Map.of())).isEqualTo(new AuditSettings(null, Duration.ofSeconds(2), 10_000));
    }

    @Test
    void everythingCanBeSet() {
        assertThat(bind(Map.of(
                        "weft.audit.node", "bury-2",
                        "weft.audit.commit-timeout", "500ms",
                        "weft.audit.queue", "50")))
                .isEqualTo(new AuditSettings("bury-2", Duration.ofMillis(500), 50));
    }

    @Test
    void settingsThatWouldRefuseEveryAnswerAreRefused() {
        assertThatThrownBy(() -> new AuditSettings(null, Duration.ZERO, 1))
                .hasMessageContaining("weft.audit.commit-timeout");
        assertThatThrownBy(() -> new AuditSettings(null, Duration.ofSeconds(2), 0))
                .hasMessageContaining("weft.audit.queue");
    }

    private static AuditSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("weft.audit", AuditSettings.class);
    }
}
