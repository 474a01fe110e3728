package care.weft.gateway.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.settings.SettingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTests {

    private final Map<String, NeighbourhoodsSettings.Written> written = new LinkedHashMap<>();

    @Test
    void aPracticeLeadsToItsNeighbourhood() {
        write("west", "Westside", Map.of("p99002", "Elm Bank", "P99003", "Alder"));
        write("east", "Eastside", Map.of("P99001", "Cedar"));

        var neighbourhoods = neighbourhoods();

        assertThat(neighbourhoods.all()).extracting(Neighbourhood::name).containsExactly("Eastside", "Westside");
        assertThat(neighbourhoods.ofPractice("P99002")).map(Neighbourhood::id).contains("west");
        assertThat(neighbourhoods.ofPractice("Y99999")).isEmpty();
        assertThat(neighbourhoods.find("west").orElseThrow().practices())
                .extracting(practice -> practice.name())
                .containsExactly("Alder", "Elm Bank");
        assertThat(neighbourhoods.find("north")).isEmpty();
    }

    @Test
    void aPracticeOfTwoNeighbourhoodsStopsTheStartAndIsNamed() {
        write("west", "Westside", Map.of("P99001", "Cedar"));
        write("east", "Eastside", Map.of("P99001", "Cedar"));

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(this::neighbourhoods)
                .withMessageContaining("weft.neighbourhoods.east.practices.P99001")
                .withMessageContaining("Westside");
    }

    @Test
    void aNeighbourhoodWithoutANameStopsTheStart() {
        write("west", " ", Map.of());

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(this::neighbourhoods)
                .withMessageContaining("weft.neighbourhoods.west.name");
    }

    private void write(String id, String name, Map<String, String> practices) {
        written.put(id, new NeighbourhoodsSettings.Written(name, practices));
    }

    private Neighbourhoods neighbourhoods() {
        return new Neighbourhoods(new NeighbourhoodsSettings(written));
    }
}
