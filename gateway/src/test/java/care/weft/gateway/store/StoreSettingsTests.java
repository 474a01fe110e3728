package care.weft.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StoreSettingsTests {

    @Test
    void defaultIsTheEmbeddedDatabaseBelowTheWorkingDirectory() {
        assertThat(bind(Map.of())).isEqualTo(StoreSettings.embedded(Path.of(".weft/store")));
    }

    @Test
    void everythingCanBeSet() {
        var settings = bind(Map.of(
                "weft.store.directory", "/var/lib/weft",
                "weft.store.url", "r2dbc:postgresql://db/weft",
                "weft.store.jdbc-url", "jdbc:postgresql://db/weft",
                "weft.store.username", "weft",
                "weft.store.password", "a password"));

        assertThat(settings)
                .isEqualTo(new StoreSettings(
                        Path.of("/var/lib/weft"),
                        "r2dbc:postgresql://db/weft",
                        "jdbc:postgresql://db/weft",
                        "weft",
                        "a password"));
        assertThat(settings.toString()).doesNotContain("password");
    }

    private static StoreSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("weft.store", StoreSettings.class);
    }
}
