package care.weft.demographics;

import static care.weft.demographics.Asking.NUMBER;
import static care.weft.demographics.Asking.OTHER_NUMBER;
import static care.weft.demographics.Asking.PATIENT;
import static care.weft.demographics.Asking.PERSON;
import static care.weft.demographics.Asking.RELATED;
import static care.weft.demographics.Fixtures.patient;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.DateWindow;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Address;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Section;
import care.weft.spi.model.Telecom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DemographicsAdapterTests {

    private final FakeRegister register = new FakeRegister();

    @Test
    void whoAPersonIsComesFromOneCall() {
        register.answering(PATIENT, 200, patient("""
                , "name": [
                  {"use": "old", "period": {"start": "1960-01-01", "end": "1990-01-01"}, "family": "Before"},
                  {"use": "usual", "period": {"start": "1990-01-02"}, "family": "Example", "given": ["Ada", "May"],
                   "prefix": ["Mrs"], "suffix": ["MBE"]}],
                "gender": "female", "birthDate": "1941-05-17",
                "telecom": [
                  {"system": "phone", "value": "07700 900001", "use": "mobile", "period": {"start": "2024-01-01"}},
                  {"system": "phone", "value": "07700 900002", "use": "home", "period": {"end": "2025-01-01"}}],
                "address": [{"use": "home", "line": ["1 Loom Street", "Gorton"], "postalCode": "M18 8AA",
                  "period": {"start": "2020-01-01"}}]"""));

        var found = Asking.found(register, Section.DEMOGRAPHICS);
        var person = (Demographics) found.entries().getFirst();

        assertThat(Objects.requireNonNull(person.name()).display()).isEqualTo("Mrs Ada May Example");
        assertThat(person.birthDate()).hasToString("1941-05-17");
        assertThat(person.gender()).isEqualTo("female");
        assertThat(person.telecoms()).containsExactly(new Telecom("phone", "07700 900001", "mobile"));
        assertThat(person.address()).isEqualTo(new Address(List.of("1 Loom Street", "Gorton"), null, "M18 8AA"));
        assertThat(person.numberVerified()).isTrue();
        assertThat(person.source().owner()).isEqualTo(Owner.of(Asking.NHS_NUMBER));
        assertThat(person.source().version()).isEqualTo("2");
        assertThat(found.extent().covered()).isEqualTo(DateWindow.ALWAYS);
        assertThat(found.extent().truncated()).isFalse();
        assertThat(register.calls).hasSize(1);
    }

    @Test
    void theNameOfTheRecordIsStableAndHoldsNoNumber() {
        register.answering(PATIENT, 200, patient(""));

        var name = Asking.found(register, Section.DEMOGRAPHICS)
                .entries()
                .getFirst()
                .source()
                .recordId();

        assertThat(name).startsWith("Patient/").doesNotContain(NUMBER);
        assertThat(Asking.found(register, Section.DEMOGRAPHICS)
                        .entries()
                        .getFirst()
                        .source()
                        .recordId())
                .isEqualTo(name);
    }

    @Test
    void aDeathIsToldAndARestrictedPersonMarked() {
        register.answering(PATIENT, 200, patient(NUMBER, NUMBER, "R", """
                , "deceasedDateTime": "2026-02-01T00:00:00+00:00", "extension": [
                  {"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus", "extension": [
                    {"url": "deathNotificationStatus", "valueCodeableConcept": {"coding": [
                      {"system": "https://fhir.hl7.org.uk/CodeSystem/UKCore-DeathNotificationStatus", "code": "2",
                       "display": "Formal - death notice received from Registrar of Deaths"}]}}]}]"""));

        var person = (Demographics)
                Asking.found(register, Section.DEMOGRAPHICS).entries().getFirst();

        assertThat(person.restricted()).isTrue();
        assertThat(person.address()).isNull();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(person.death()).status())
                        .code())
                .isEqualTo("2");
    }

    @Test
    void aRecordOfAnotherNumberSaysThatTheOneAskedForIsSuperseded() {
        register.answering(PATIENT, 200, patient(OTHER_NUMBER, OTHER_NUMBER, "U", ""));

        assertThat(Asking.read(register, Section.DEMOGRAPHICS))
                .isEqualTo(new PersonReply.Superseded(PERSON, new NhsNumber(OTHER_NUMBER)));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMOGRAPHICS", "RELATIONSHIPS"})
    void nobodysNumberIsNotKnownAndOfAWithdrawnOneNothingIsReleased(Section section) {
        var path = section == Section.DEMOGRAPHICS ? PATIENT : RELATED;

        register.refusing(path, 404, "information", "not-found", "RESOURCE_NOT_FOUND");
        assertThat(Asking.read(register, section)).isEqualTo(new PersonReply.NotKnown(PERSON));

        register.refusing(path, 404, "error", "processing", "INVALIDATED_RESOURCE");
        assertThat(Asking.read(register, section)).isEqualTo(new PersonReply.NothingReleased(PERSON));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEMOGRAPHICS", "RELATIONSHIPS"})
    void failuresAreNeverAnEmptyAnswer(Section section) {
        var path = section == Section.DEMOGRAPHICS ? PATIENT : RELATED;

        assertFailed(
                register.refusing(path, 429, "error", "throttled", "TOO_MANY_REQUESTS"), section, Fault.RATE_LIMITED);
        assertFailed(register.refusing(path, 401, "error", "forbidden", "ACCESS_DENIED"), section, Fault.REFUSED);
        assertFailed(register.refusing(path, 400, "error", "value", "INVALID_VALUE"), section, Fault.INVALID_ANSWER);
        assertFailed(register.answering(path, 404, ""), section, Fault.INVALID_ANSWER);
        assertFailed(register.answering(path, 200, "{\"resour"), section, Fault.INVALID_ANSWER);
        assertFailed(register.answering(path, 200, "{\"resourceType\": \"Person\"}"), section, Fault.INVALID_ANSWER);
        assertFailed(register.failing(path, Fault.TIMED_OUT), section, Fault.TIMED_OUT);
    }

    @Test
    void aRecordThatContradictsItselfIsAnInvalidAnswer() {
        register.answering(PATIENT, 200, patient(NUMBER, OTHER_NUMBER, "U", ""));

        assertFailed(register, Section.DEMOGRAPHICS, Fault.INVALID_ANSWER);
    }

    @Test
    void theRegisterIsToldOnWhoseBehalfItIsAskedAndEachCallHasAnId() {
        register.answering(PATIENT, 200, patient(""));
        Asking.read(register, Section.DEMOGRAPHICS);

        assertThat(register.header("NHSD-End-User-Organisation-ODS")).isEqualTo("RX9");
        assertThat(UUID.fromString(register.header("X-Request-ID"))).isNotNull();
        assertThat(register.header("NHSD-Session-URID")).isEmpty();
    }

    @Test
    void theOrganisationOfTheSettingsStandsInForOneThatIsNotKnown() {
        register.answering(PATIENT, 200, patient(""));
        var adapter = Asking.adapter(register, Map.of("organisation", "QOP"));

        adapter.read(Asking.request(Section.DEMOGRAPHICS, null)).blockLast();
        assertThat(register.header("NHSD-End-User-Organisation-ODS")).isEqualTo("QOP");
        adapter.read(Asking.request(Section.DEMOGRAPHICS, "not a code\r\n")).blockLast();
        assertThat(register.header("NHSD-End-User-Organisation-ODS")).isEqualTo("QOP");
        adapter.read(Asking.request(Section.DEMOGRAPHICS, "RX9")).blockLast();
        assertThat(register.header("NHSD-End-User-Organisation-ODS")).isEqualTo("RX9");
    }

    @Test
    void withoutAnyOrganisationTheRegisterIsNotAsked() {
        var reply = Asking.adapter(register, Map.of())
                .read(Asking.request(Section.DEMOGRAPHICS, null))
                .blockLast();

        assertThat(reply).isEqualTo(new PersonReply.Failed(PERSON, Fault.REFUSED));
        assertThat(register.calls).isEmpty();
    }

    @Test
    void nothingIsAskedBeforeSubscriptionAndCancellingEndsTheCall() {
        var reading =
                Asking.adapter(register.silent(PATIENT), Map.of()).read(Asking.request(Section.DEMOGRAPHICS, "RX9"));
        assertThat(register.calls).isEmpty();

        reading.subscribe().dispose();

        assertThat(register.cancelled).isEqualTo(1);
        assertThat(register.deadlines).containsExactly(Asking.DEADLINE);
    }

    private static void assertFailed(FakeRegister register, Section section, Fault fault) {
        assertThat(Asking.read(register, section)).isEqualTo(new PersonReply.Failed(PERSON, fault));
    }
}
