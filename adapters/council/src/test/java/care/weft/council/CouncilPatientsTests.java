package care.weft.council;

import static care.weft.council.Asking.NHS_NUMBER;
import static care.weft.council.Asking.NUMBER;
import static care.weft.council.Asking.locate;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Located;
import care.weft.spi.PersonReply;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

class CouncilPatientsTests {

    private final FakeCouncil council = new FakeCouncil();

    @Test
    void onePatientWhoStatesTheNumberIsKnown() {
        council.holding("Patient", patient("123", NUMBER));

        assertThat(locate(council)).isInstanceOfSatisfying(Located.Known.class, known -> {
            assertThat(known.localId()).isEqualTo(new LocalId("123"));
            assertThat(known.details().source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("123")));
            assertThat(known.details().birthDate()).hasToString("1941-03-12");
        });
        assertThat(council.targets())
                .containsExactly(
                        "Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number%7C" + NUMBER + "&_count=50");
    }

    @Test
    void nobodyIsNotKnown() {
        council.holding("Patient");

        assertThat(locate(council)).isEqualTo(new Located.NotKnown());
    }

    @Test
    void severalPatientsAreAmbiguous() {
        council.holding("Patient", patient("123", NUMBER), patient("456", NUMBER));

        assertThat(locate(council)).isEqualTo(new Located.Ambiguous());
    }

    @Test
    void someoneWithoutAnNhsNumberIsReadByTheLocalIdAlone() {
        council.answering("Patient/P4100222", 200, """
                {"resourceType": "Patient", "id": "P4100222", "birthDate": "1990-04-12",
                 "meta": {"tag": [{"system": "https://fhir.interweavedigital.nhs.uk/Source", "code": "MCC", "display": "Social care records"}]},
                 "identifier": [{"system": "https://fhir.interweavedigital.nhs.uk/Id/local-patient-identifier", "value": "00BN.P4100222"}]}""");
        var localId = new LocalId("P4100222");
        var key = PersonKey.of(new PartnerId("council"), localId);
        var asked = Asking.request(Section.DEMOGRAPHICS, localId);
        var request = new SectionRequest(
                asked.section(),
                List.of(new Subject(key, null, localId)),
                asked.window(),
                asked.endpoint(),
                asked.actor(),
                asked.purpose(),
                asked.deadline());

        var reply = Asking.adapter(council).read(request).single().block();

        assertThat(reply).isInstanceOfSatisfying(PersonReply.Found.class, found -> {
            assertThat(found.person()).isEqualTo(key);
            assertThat(found.entries())
                    .singleElement()
                    .extracting(
                            entry -> entry.source().owner(),
                            entry -> entry.source().system())
                    .containsExactly(Owner.of(localId), "Social care records");
        });
    }

    @Test
    void unverifiedNumberIsKnownAndSaysSo() {
        council.holding("Patient", """
                {"resourceType": "Patient", "id": "123", "identifier": [
                  {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s", "extension": [
                    {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
                     "valueCodeableConcept": {"coding": [{"code": "02"}]}}]}]}""".formatted(NUMBER));

        assertThat(locate(council))
                .isInstanceOfSatisfying(
                        Located.Known.class,
                        known -> assertThat(known.details().numberVerified()).isFalse());
    }

    @Test
    void restrictionIsTold() {
        council.answering("Patient/123", 200, """
                {"resourceType": "Patient", "id": "123", "meta": {"security": [{"display": "Restricted"}]}}""");

        assertThat(Asking.one(council, Section.DEMOGRAPHICS, Demographics.class).restricted())
                .isTrue();
    }

    private static String patient(String id, String number) {
        return """
                {"resourceType": "Patient", "id": "%s", "birthDate": "1941-03-12", "gender": "female",
                 "name": [{"use": "official", "family": "Example", "given": ["Ada"]}],
                 "identifier": [{"system": "https://council.example/Id/mrn", "value": "RX900001"},
                                {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(id, number);
    }
}
