package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.gateway.advice.rules.Depth;
import care.weft.gateway.advice.rules.EventKind;
import care.weft.gateway.advice.rules.NeedsDomain;
import care.weft.gateway.settings.SettingException;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.RiskBand;
import care.weft.spi.model.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as it is shipped, and what stops the start. */
class CatalogueReaderTests {

    @Test
    void theShippedCatalogueIsReadWhole() {
        var catalogue = CatalogueReader.read();

        assertThat(catalogue.instruments()).hasSize(57);
        assertThat(catalogue.find("CFS")).hasValueSatisfying(row -> {
            assertThat(row.domains()).containsEntry(NeedsDomain.FRAILTY, Depth.SCREENING);
            assertThat(row.invalidatedBy()).containsExactly(EventKind.DETERIORATION, EventKind.PERSON_REPORTED_CHANGE);
        });
        assertThat(catalogue.find("MUST")).hasValueSatisfying(row -> {
            assertThat(row.validity().days(CareSetting.HOSPITAL, null)).isEqualTo(7);
            assertThat(row.validity().days(CareSetting.HOME, RiskBand.MEDIUM)).isEqualTo(30);
            assertThat(row.validUntil(LocalDate.of(2026, 3, 1), CareSetting.CARE_HOME, null))
                    .contains(LocalDate.of(2026, 3, 31));
        });
        assertThat(catalogue.find("MCA"))
                .hasValueSatisfying(row -> assertThat(row.validUntil(LocalDate.of(2026, 3, 1), null, null))
                        .isEmpty());
    }

    @Test
    void aKindOfEventIsToldBySectionsOrByNone() {
        var catalogue = CatalogueReader.read();

        assertThat(catalogue.source(EventKind.ADMISSION)).contains(Section.STAYS);
        assertThat(catalogue.source(EventKind.FALL)).isEmpty();
        assertThat(catalogue.toldBy(Set.of(Section.STAYS)))
                .containsExactlyInAnyOrder(EventKind.EMERGENCY_ADMISSION, EventKind.ADMISSION, EventKind.DISCHARGE);
        assertThat(catalogue.toldBy(Set.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            domains            | { "FRAILITY": "SCREENING" }                     | 'FRAILITY'
            domains            | { "FRAILTY": "DEEP" }                           | 'DEEP'
            domains            | {}                                              | is empty
            maxDepth           | "DEEPEST"                                       | 'DEEPEST'
            reuse              | { "class": "SOMETIMES" }                        | 'SOMETIMES'
            invalidatedBy      | ["EARTHQUAKE"]                                  | 'EARTHQUAKE'
            validity           | { "defaultDays": -1, "bySetting": {} }          | no whole number from 0
            validity           | { "defaultDays": 1, "bySetting": { "SHIP": 1 } } | 'SHIP'
            settingBound       | "no"                                            | neither true nor false
            satisfiedBy        | null                                            | is missing
            mustAnswer         | ["hospice"]                                     | 'hospice'
            """)
    void aRowThatIsWrongStopsTheStartAndIsNamed(String field, String value, String told) throws IOException {
        var written = shipped();
        written.withArray("instruments")
                .valueStream()
                .filter(row -> row.path("id").asString("").equals("CFS"))
                .forEach(
                        row -> ((ObjectNode) row).set(field, JsonMapper.shared().readTree(value)));

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> CatalogueReader.read(written))
                .satisfies(failure -> assertThat(failure.analysis().getDescription())
                        .startsWith("assessment-catalogue.json, row CFS: ")
                        .contains(told));
    }

    @Test
    void oneIdTwiceStopsTheStart() throws IOException {
        var written = shipped();
        var rows = written.withArray("instruments");
        rows.add(rows.get(0));

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> CatalogueReader.read(written))
                .withMessageContaining("row CARE_ACT_NEEDS: id is listed twice");
    }

    @Test
    void aDomainThatOnlyOneSideKnowsStopsTheStart() throws IOException {
        var written = shipped();
        written.withArray("domains").remove(0);

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> CatalogueReader.read(written))
                .withMessageContaining("domains does not list all");
    }

    private static ObjectNode shipped() throws IOException {
        try (InputStream resource = Objects.requireNonNull(
                CatalogueReaderTests.class.getClassLoader().getResourceAsStream(CatalogueReader.RESOURCE))) {
            return (ObjectNode) JsonMapper.shared().readTree(resource);
        }
    }
}
