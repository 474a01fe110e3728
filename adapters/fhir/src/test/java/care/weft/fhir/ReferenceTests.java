package care.weft.fhir;

import static care.weft.fhir.Fixtures.element;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceTests {

    @Test
    void relativeReferenceGivesKindAndId() {
        var reference = reference("Patient/123");

        assertThat(reference.type()).isEqualTo("Patient");
        assertThat(reference.id()).isEqualTo("123");
        assertThat(reference.base()).isNull();
    }

    @Test
    void absoluteReferenceGivesTheServerToo() {
        var reference = reference("https://trust.example/fhir/R4/Patient/abc-1.2");

        assertThat(reference.type()).isEqualTo("Patient");
        assertThat(reference.id()).isEqualTo("abc-1.2");
        assertThat(reference.base()).isEqualTo("https://trust.example/fhir/R4");
    }

    @Test
    void versionIsLeftOut() {
        assertThat(reference("Patient/123/_history/4")).isEqualTo(reference("Patient/123"));
        assertThat(reference("https://trust.example/Patient/1/_history/4").id()).isEqualTo("1");
    }

    @Test
    void uuidIsAnIdWithoutAKind() {
        var reference = reference("urn:uuid:788660eb-d2c9-4773-abd4-000000000001");

        assertThat(reference.type()).isNull();
        assertThat(reference.id()).isEqualTo("788660eb-d2c9-4773-abd4-000000000001");
        assertThat(reference("urn:uuid:").id()).isNull();
    }

    @Test
    void loneIdIsAnIdWithoutAKindUnlessTheTypeIsStatedBesideIt() {
        assertThat(reference("d5ffd0cd").id()).isEqualTo("d5ffd0cd");
        assertThat(reference("d5ffd0cd").type()).isNull();
        assertThat(Reference.of(element("""
                {"reference": "d5ffd0cd", "type": "Practitioner"}""")).names("Practitioner")).isTrue();
    }

    @Test
    void containedConditionalAndOddReferencesHaveNoId() {
        for (var written :
                new String[] {"#p1", "Patient?identifier=x|1", "Patient/", "/", "patient/1", "urn:oid:1.2.3"}) {
            assertThat(reference(written).id()).as(written).isNull();
            assertThat(reference(written).present()).as(written).isTrue();
        }
    }

    @Test
    void logicalIdentifierMayBeAListInsteadOfAnObject() {
        var one = Reference.of(element("""
                {"identifier": {"system": "https://fhir.nhs.uk/Id/UBRN", "value": "000000000001"}}"""));
        var list = Reference.of(element("""
                {"identifier": [{"system": "https://partner.example", "value": "x"},
                                {"system": "https://fhir.nhs.uk/Id/UBRN", "value": "000000000001"}]}"""));

        assertThat(Systems.value(one.identifiers(), Systems.UBRN)).isEqualTo("000000000001");
        assertThat(Systems.value(list.identifiers(), Systems.UBRN)).isEqualTo("000000000001");
        assertThat(Systems.value(list.identifiers(), List.of(Systems.ODS_CODE))).isNull();
    }

    @Test
    void canonicalIsAnAddressAloneAndItsVersionIsLeftOut() {
        var canonical = element("""
                {"questionnaire": "https://forms.example/Questionnaire/falls|2.1"}""").reference("questionnaire");

        assertThat(canonical.written()).isEqualTo("https://forms.example/Questionnaire/falls");
        assertThat(canonical.type()).isEqualTo("Questionnaire");
    }

    @Test
    void textTooLongForAnAddressIsNone() {
        assertThat(reference("/".repeat(1_000_000) + "x").present()).isFalse();
    }

    @Test
    void absentReferenceNamesNothing() {
        var reference = element("{}").reference("subject");

        assertThat(reference.present()).isFalse();
        assertThat(reference.names("Patient")).isFalse();
    }

    @Test
    void showsNothingOfThePersonInWords() {
        assertThat(reference("Patient/CANARY")).asString().doesNotContain("CANARY");
    }

    private static Reference reference(String written) {
        return Reference.of(element("""
                {"reference": "%s"}""".formatted(written)));
    }
}
