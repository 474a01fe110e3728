package care.weft.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WrittenSettingsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weft.place",
                "weft.example.longest-wait",
                "weft.example.longestWait",
                "weft.example.LONGEST_WAIT",
                "weft.example.tags",
                "weft.example.tags[3]",
                "weft.example.words.any.thing",
                "weft.example.rooms",
                "weft.example.rooms[0].size",
                "weft.example.rooms[17].size",
                "weft.example.houses.red.size",
                "weft.example.houses.The_Red.front.colour",
                "weft.example.door",
                "weft.example.door.colour",
                "weft.here.there",
                "weftage.of.others",
            })
    void aKnownSettingIsAccepted(String key) {
        assertThatNoException().isThrownBy(() -> check(stated(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "weft.plaice,                         weft.place",
        "weft.example.longest-weight,         weft.example.longest-wait",
        "weft.example.longest-wait.seconds,   weft.example.longest-wait",
        "weft.exmple.tags,                    weft.example.tags",
        "weft.example.rooms[2].sise,          weft.example.rooms[2].size",
        "weft.example.rooms.size,             weft.example.rooms[0].size",
        "weft.example.houses.red.sizes,       weft.example.houses.red.size",
        "weft.example.hauses.red.size,        weft.example.houses.red.size",
        "weft.example.houses.red.front.color, weft.example.houses.red.front.colour",
        "weft.door.colour,                    weft.example.door.colour",
    })
    void anUnknownSettingIsNamedWithTheNearestKnownOneAndWithoutItsValue(String unknown, String nearest) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> check(stated(unknown)))
                .satisfies(failure -> {
                    assertThat(failure.analysis().getDescription())
                            .startsWith(unknown + " is not a setting (in ")
                            .contains("a-file")
                            .doesNotContain("s3cret");
                    assertThat(failure.analysis().getAction()).isEqualTo("Did you mean " + nearest + "?");
                });
    }

    @Test
    void environmentVariablesAreNotChecked() {
        assertThatNoException()
                .isThrownBy(() -> check(new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("WEFT_PORT_8080_TCP", "tcp://10.0.0.1:8080"))));
    }

    @Test
    void aVariableThatIsNotSetIsNamedAndTheRestOfTheValueIsNot() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> check(stated("weft.here.key", "s3cret${weft.no.such.variable}")))
                .satisfies(failure -> assertThat(failure.analysis().getDescription())
                        .startsWith("weft.here.key names 'weft.no.such.variable', which is not set (in ")
                        .doesNotContain("s3cret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${java.version}", "${weft.no.such.variable:otherwise}", "$", "{}", ""})
    void aVariableThatIsSetOrHasADefaultIsAccepted(String value) {
        assertThatNoException().isThrownBy(() -> check(stated("weft.here.key", value)));
    }

    private static MapPropertySource stated(String key) {
        return stated(key, "s3cret");
    }

    private static MapPropertySource stated(String key, String value) {
        return new MapPropertySource("a-file", Map.of(key, value));
    }

    private static void check(PropertySource<?> source) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(source);
        WrittenSettings.check(
                environment,
                Map.of(
                        ExampleSettings.class, ConfigurationPropertyName.of("weft.example"),
                        HereSettings.class, ConfigurationPropertyName.of("weft")));
    }

    record ExampleSettings(
            Duration longestWait,
            @Nullable Set<String> tags,
            Map<String, String> words,
            List<Room> rooms,
            Map<String, House> houses,
            @Nullable Door door) {}

    record HereSettings(Map<String, String> here) {}

    record Room(int size) {}

    record House(int size, Door front) {}

    record Door(String colour) {}
}
