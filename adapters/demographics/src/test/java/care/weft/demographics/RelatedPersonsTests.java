package care.weft.demographics;

import static care.weft.demographics.Asking.NUMBER;
import static care.weft.demographics.Asking.OTHER_NUMBER;
import static care.weft.demographics.Asking.RELATED;
import static care.weft.demographics.Fixtures.bundle;
import static care.weft.demographics.Fixtures.daughter;
import static care.weft.demographics.Fixtures.related;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Contact;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipKind;
import care.weft.spi.model.Section;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RelatedPersonsTests {

    private static final String SPOUSE = """
            , "relationship": [{"coding": [
              {"system": "http://hl7.org/fhir/ValueSet/relatedperson-relationshiptype", "code": "SPS", "display": "spouse"},
              {"system": "http://hl7.org/fhir/ValueSet/relatedperson-relationshiptype", "code": "N"}]}]""";

    private final FakeRegister register = new FakeRegister();

    @Test
    void aDaughterIsNextOfKinWithHowToReachHer() {
        var daughter = one(daughter(NUMBER, """
                , "period": {"start": "2024-01-01"},
                "telecom": [{"system": "phone", "value": "07700 900001", "use": "mobile"}]"""));

        assertThat(daughter.kinds()).containsExactly(RelationshipKind.NEXT_OF_KIN);
        assertThat(Objects.requireNonNull(daughter.relation()).display()).isEqualTo("daughter");
        assertThat(Objects.requireNonNull(daughter.name()).display()).isEqualTo("Julie Example");
        assertThat(daughter.contact()).isEqualTo(new Contact("07700 900001", null, null));
        assertThat(daughter.from()).isEqualTo(new PartialDate(2024, 1, 1));
        assertThat(daughter.until()).isNull();
        assertThat(daughter.source().recordId()).isEqualTo("RelatedPerson/507B7621");
        assertThat(daughter.source().owner()).isEqualTo(Owner.of(Asking.NHS_NUMBER));
    }

    @Test
    void nobodyRelatedIsAnEmptyAnswerThatIsWhole() {
        var found = read(bundle());

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
        assertThat(found.extent().truncated()).isFalse();
        assertThat(found.asOf()).isEqualTo(Instant.parse("2026-03-10T11:59:00Z"));
        assertThat(register.calls).hasSize(1);
    }

    @Test
    void whatStatesAnotherPatientIsHandedOnWithThatOne() {
        assertThat(one(daughter(OTHER_NUMBER, "")).source().owner()).isEqualTo(Owner.of(new NhsNumber(OTHER_NUMBER)));
    }

    @Test
    void whoIsKnownByNumberAloneIsThePatientsByTheAddressOfTheRecord() {
        var spouse = one(related(OTHER_NUMBER, SPOUSE));

        assertThat(spouse.source().owner()).isEqualTo(Owner.of(Asking.NHS_NUMBER));
        assertThat(spouse.kinds()).containsExactly(RelationshipKind.NEXT_OF_KIN);
        assertThat(Objects.requireNonNull(spouse.relation()).display()).isEqualTo("spouse");
        assertThat(spouse.name()).isNull();
        assertThat(spouse.contact()).isNull();
    }

    @Test
    void withoutAnAddressTheStatedPatientDecides() {
        var found = read("""
                {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": %s}]}""".formatted(related(OTHER_NUMBER, SPOUSE)));

        assertThat(found.entries().getFirst().source().owner()).isEqualTo(Owner.of(new NhsNumber(OTHER_NUMBER)));
    }

    @Test
    void aPatientMayBeStatedByReference() {
        var found = read(bundle("""
                {"resourceType": "RelatedPerson", "id": "1", "name": [{"family": "Example"}],
                 "patient": {"reference": "Patient/%s"}}""".formatted(NUMBER)));

        assertThat(found.entries().getFirst().source().owner()).isEqualTo(Owner.of(Asking.NHS_NUMBER));
    }

    @Test
    void oneThatNamesNoPatientOrTwoCostsItselfAlone() {
        var found = read(bundle("""
                {"resourceType": "RelatedPerson", "id": "1", "name": [{"family": "Example"}]}""", """
                {"resourceType": "RelatedPerson", "id": "2", "name": [{"family": "Example"}], "patient": {
                 "reference": "Patient/%s", "identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}}}""".formatted(NUMBER, OTHER_NUMBER), daughter(NUMBER, "")));

        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection("RelatedPerson", "patient is missing"),
                        new Rejection("RelatedPerson", "patient states different NHS numbers"));
    }

    @Test
    void oneThatHasEndedSaysSoAndOneNoLongerCountedOnIsLeftOut() {
        assertThat(one(daughter(NUMBER, ", \"period\": {\"end\": \"2025-12-31\"}"))
                        .until())
                .isEqualTo(new PartialDate(2025, 12, 31));
        var inactive = daughter(NUMBER, "").replace("\"active\": true", "\"active\": false");
        assertThat(read(bundle(inactive)).entries()).isEmpty();
        assertThat(read(bundle(inactive)).rejected()).isEmpty();
    }

    @Test
    void aFurtherPageIsNotReadAndSaid() {
        var found = read("""
                {"resourceType": "Bundle", "type": "searchset", "link": [{"relation": "next", "url": "https://x.example/2"}],
                 "entry": [{"resource": %s}]}""".formatted(daughter(NUMBER, "")));

        assertThat(found.entries()).hasSize(1);
        assertThat(found.extent().truncated()).isTrue();
    }

    private Relationship one(String related) {
        var found = read(bundle(related));
        assertThat(found.rejected()).isEmpty();
        assertThat(found.entries()).hasSize(1);
        return (Relationship) found.entries().getFirst();
    }

    private PersonReply.Found read(String body) {
        return Asking.found(register.answering(RELATED, 200, body), Section.RELATIONSHIPS);
    }
}
