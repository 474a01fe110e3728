package care.weft.gp;

import static care.weft.gp.Asking.NHS_NUMBER;
import static care.weft.gp.Asking.PERSON;
import static care.weft.gp.Asking.found;
import static care.weft.gp.Asking.one;
import static care.weft.gp.Asking.read;
import static care.weft.gp.FakePractices.patient;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Section;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GpPatientsTests {

    private final FakePractices practices = FakePractices.open();

    @Test
    void personIsAskedForByNumber() {
        found(practices, Section.DEMOGRAPHICS);

        assertThat(practices.paths()).containsExactly("Device", "Endpoint", "Patient");
        assertThat(practices.last("Patient").query())
                .containsExactly(
                        new HttpCall.Parameter("identifier", "https://fhir.nhs.uk/Id/nhs-number|" + Asking.NUMBER));
    }

    @Test
    void wholePatientIsRead() {
        practices.holding("Patient", patient("""
                , "active": true, "birthDate": "1941-05-17", "gender": "female",
                "name": [{"use": "official", "family": "Example", "given": ["Ada"], "prefix": ["Mrs"]}],
                "address": [{"use": "home", "line": ["1 Example Road"], "city": "Manchester", "postalCode": "M18 1AA"}],
                "generalPractitioner": [
                  {"reference": "Practitioner/3"},
                  {"reference": "Organization/1", "display": "Example Surgery",
                   "identifier": {"system": "https://fhir.nhs.uk/Id/ods-organization-code", "value": "P99001"}}]"""));

        var read = one(practices, Section.DEMOGRAPHICS, Demographics.class);

        assertThat(read.source().recordId()).isEqualTo("Patient/7");
        assertThat(read.source().owner()).isEqualTo(new Owner(NHS_NUMBER, new LocalId("7")));
        assertThat(Objects.requireNonNull(read.name()).display()).isEqualTo("Mrs Ada Example");
        assertThat(read.birthDate()).isEqualTo(new PartialDate(1941, 5, 17));
        assertThat(Objects.requireNonNull(read.address()).postcode()).isEqualTo("M18 1AA");
        assertThat(read.practice()).isEqualTo(new Organisation("P99001", "Example Surgery"));
    }

    @Test
    void nobodyFoundIsNothingReleasedAndNeverEmpty() {
        practices.holding("Patient");

        assertThat(read(practices, Section.DEMOGRAPHICS)).isEqualTo(new PersonReply.NothingReleased(PERSON));
        assertThat(read(practices, Section.APPOINTMENTS)).isEqualTo(new PersonReply.NothingReleased(PERSON));
    }

    @Test
    void severalFoundAreNotChosenAmong() {
        practices.holding("Patient", patient(""), patient("").replace("\"7\"", "\"8\""));

        assertThat(read(practices, Section.DEMOGRAPHICS))
                .isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
    }

    @Test
    void somebodyElseIsHandedOnWithTheirOwnNumberButNeverAskedAbout() {
        practices.holding("Patient", patient("").replace(Asking.NUMBER, "9990000131"));

        var owner = one(practices, Section.DEMOGRAPHICS, Demographics.class)
                .source()
                .owner();
        assertThat(Objects.requireNonNull(owner.nhsNumber()).value()).isEqualTo("9990000131");
        assertThat(read(practices, Section.APPOINTMENTS))
                .isEqualTo(new PersonReply.Failed(PERSON, Fault.INVALID_ANSWER));
        assertThat(practices.paths()).doesNotContain(FakePractices.APPOINTMENTS);
    }
}
