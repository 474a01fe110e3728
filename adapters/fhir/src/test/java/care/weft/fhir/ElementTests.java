package care.weft.fhir;

import static care.weft.fhir.Fixtures.element;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Coding;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElementTests {

    @Test
    void oneValueWhereAListIsDueCountsAsAListOfOne() {
        var element = element("""
                {"identifier": {"value": "one"}, "none": null, "two": [{"value": "a"}, null, {"value": "b"}], "empty": []}""");

        assertThat(element.each("identifier"))
                .extracting(each -> each.text("value"))
                .containsExactly("one");
        assertThat(element.each("two")).extracting(each -> each.text("value")).containsExactly("a", "b");
        assertThat(element.each("none")).isEmpty();
        assertThat(element.each("empty")).isEmpty();
        assertThat(element.each("absent")).isEmpty();
    }

    @Test
    void listWhereOneValueIsDueGivesItsFirst() {
        var element = element("""
                {"family": ["Example", "Sample"], "empty": [], "none": null}""");

        assertThat(element.text("family")).isEqualTo("Example");
        assertThat(element.at("empty").present()).isFalse();
        assertThat(element.at("none").present()).isFalse();
        assertThat(element.at("absent").at("deeper").text("still")).isNull();
    }

    @Test
    void wordsAreStrippedAndBlankOnesAreAbsent() {
        var element = element("""
                {"spaced": "  a word ", "blank": "  ", "number": 9990001234, "object": {}}""");

        assertThat(element.text("spaced")).isEqualTo("a word");
        assertThat(element.text("blank")).isNull();
        assertThat(element.text("number")).isEqualTo("9990001234");
        assertThat(element.text("object")).isNull();
        assertThat(element.texts("blank")).isEmpty();
    }

    @Test
    void numbersStayExactAndAbsurdOnesAreAbsent() {
        var element = element("""
                {"number": 12.50, "worded": "12.5", "word": "twelve", "huge": 1e999999999, "tiny": "1e-999999999"}""");

        assertThat(element.decimal("number")).isEqualByComparingTo("12.5");
        assertThat(element.decimal("worded")).isEqualTo(new BigDecimal("12.5"));
        assertThat(element.decimal("word")).isNull();
        assertThat(element.decimal("huge")).isNull();
        assertThat(element.decimal("tiny")).isNull();
        assertThat(element.decimal("absent")).isNull();
    }

    @Test
    void truthIsReadAsSuchAndInWords() {
        var element = element("""
                {"yes": true, "no": "false", "neither": "yes"}""");

        assertThat(element.bool("yes")).isTrue();
        assertThat(element.bool("no")).isFalse();
        assertThat(element.bool("neither")).isNull();
        assertThat(element.bool("absent")).isNull();
    }

    @Test
    void extensionIsFoundByItsAddress() {
        var element = element("""
                {"extension": [{"valueString": "no address"}, {"url": "https://partner.example/a", "valueCode": "A"},
                               {"url": "https://partner.example/b", "valueCode": "B"}]}""");

        assertThat(element.extension("https://partner.example/b").value().text())
                .isEqualTo("B");
        assertThat(element.extension("https://partner.example/c").present()).isFalse();
        assertThat(element.extension("").present()).isFalse();
        assertThat(element.extension("https://partner.example/c").value().present())
                .isFalse();
    }

    @Test
    void ukExtensionIsFoundUnderEveryPublishersAddressAndDownItsNesting() {
        for (var base : new String[] {
            "https://fhir.hl7.org.uk/StructureDefinition/",
            "https://fhir.hl7.org.uk/STU3/StructureDefinition/",
            "https://fhir.nhs.uk/STU3/StructureDefinition/",
            "https://fhir.nhs.uk/StructureDefinition/",
            "https://fhir.nhs.uk/R4/StructureDefinition/"
        }) {
            var element = element("""
                    {"extension": [{"url": "%sExtension-UKCore-Outer",
                      "extension": [{"url": "inner", "valueCodeableConcept": {"text": "found"}}]}]}""".formatted(base));

            var inner =
                    element.ukExtension("CareConnect-Outer-1", "UKCore-Outer").extension("inner");
            assertThat(inner.value().coding()).as(base).isEqualTo(Coding.text("found"));
        }
    }

    @Test
    void extensionOfASimpleValueIsReadBesideIt() {
        var element = element("""
                {"questionnaire": "https://partner.example/Questionnaire/x",
                 "_questionnaire": {"extension": [{"url": "http://hl7.org/fhir/StructureDefinition/display", "valueString": "Falls"}]}}""");

        assertThat(element.at("_questionnaire")
                        .extension("http://hl7.org/fhir/StructureDefinition/display")
                        .value()
                        .text())
                .isEqualTo("Falls");
    }

    @Test
    void codingThatTheUserSelectedWins() {
        assertThat(coding("""
                {"coding": [{"system": "s", "code": "a", "display": "A"},
                            {"system": "s", "code": "b", "display": "B", "userSelected": true}], "text": "T"}""")).isEqualTo(new Coding("s", "b", "B"));
        assertThat(coding("""
                {"coding": [{"system": "s", "code": "a", "display": "A"}, {"code": "b", "userSelected": true}], "text": "T"}""")).isEqualTo(new Coding(null, "b", "T"));
    }

    @Test
    void elseTheFirstCodingWithWordsElseTheTextElseTheCode() {
        assertThat(coding("""
                {"coding": [{"system": "s", "code": "a"}, {"system": "s", "code": "b", "display": "B"}], "text": "T"}""")).isEqualTo(new Coding("s", "b", "B"));
        assertThat(coding("""
                {"coding": [{"system": "s", "code": "a", "display": " "}], "text": "T"}""")).isEqualTo(new Coding("s", "a", "T"));
        assertThat(coding("""
                {"text": "T"}""")).isEqualTo(Coding.text("T"));
        assertThat(coding("""
                {"coding": [{"system": "s", "code": "a"}]}""")).isEqualTo(new Coding("s", "a", "a"));
    }

    @Test
    void bareCodingCodeOrWordsReadAsConceptsToo() {
        assertThat(coding("""
                {"system": "s", "code": "a", "display": "A"}""")).isEqualTo(new Coding("s", "a", "A"));
        assertThat(coding("""
                "In-person\"""")).isEqualTo(Coding.text("In-person"));
    }

    @Test
    void conceptThatSaysNothingIsAbsentAndTheNextOneIsTaken() {
        assertThat(coding("{}")).isNull();
        assertThat(coding("""
                {"coding": [], "text": ""}""")).isNull();
        assertThat(coding("""
                {"coding": [{"system": "s"}]}""")).isNull();
        assertThat(element("""
                {"serviceType": [{}, {"text": "Podiatry"}]}""").coding("serviceType")).isEqualTo(Coding.text("Podiatry"));
    }

    @Test
    void periodKnowsItsDays() {
        var period = element("""
                {"period": {"start": "2026-03-01", "end": "2026-03-31"}}""").period("period");

        assertThat(period.includes(LocalDate.of(2026, 3, 31))).isTrue();
        assertThat(period.over(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(period.includes(LocalDate.of(2026, 2, 28))).isFalse();
        assertThat(element("{}").period("period").includes(LocalDate.EPOCH)).isTrue();
    }

    @Test
    void showsNothingOfThePartnersDataInWords() {
        assertThat(element("""
                {"family": "CANARY"}""")).asString().doesNotContain("CANARY");
    }

    private static @Nullable Coding coding(String json) {
        return element(json).coding();
    }
}
