package care.weft.fhir;

import static care.weft.fhir.Fixtures.element;
import static care.weft.fhir.Fixtures.nhsNumber;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.NhsNumber;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class StatedNhsNumberTests {

    private static final String NUMBER = nhsNumber(1);

    @Example
    void numberIsFoundUnderTheNewAndTheOldSystem() {
        for (var system : new String[] {"https://fhir.nhs.uk/Id/nhs-number", "http://fhir.nhs.net/Id/nhs-number"}) {
            var stated = StatedNhsNumber.of(element("""
                    {"identifier": [{"system": "https://trust.example/Id/mrn", "value": "RX1"}, {"system": "%s", "value": "%s"}]}""".formatted(system, NUMBER)));

            assertThat(stated).extracting(StatedNhsNumber::number).containsExactly(Optional.of(new NhsNumber(NUMBER)));
        }
    }

    @Example
    void identifierThatIsAnObjectInsteadOfAListIsRead() {
        var stated = StatedNhsNumber.of(element("""
                {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}}""".formatted(NUMBER)));

        assertThat(stated).hasSize(1);
    }

    @Example
    void invalidNumberIsAbsentAndStillSeenToBeStated() {
        var stated = StatedNhsNumber.of(element("""
                {"identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000000"}]}"""));

        assertThat(stated).extracting(StatedNhsNumber::number).containsExactly(Optional.empty());
    }

    @Example
    void oldNumbersAndOthersIdentifiersAreLeftOut() {
        assertThat(StatedNhsNumber.of(element("""
                {"identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "use": "old", "value": "%1$s"},
                                {"system": "https://trust.example/Id/mrn", "value": "%1$s"}, {"value": "%1$s"},
                                {"system": "https://fhir.nhs.uk/Id/nhs-number"}]}""".formatted(NUMBER)))).isEmpty();
        assertThat(StatedNhsNumber.of(element("{}"))).isEmpty();
    }

    @Example
    void verificationIsReadFromUkCoreAndCareConnect() {
        for (var extension : new String[] {
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
            "https://fhir.nhs.uk/STU3/StructureDefinition/Extension-CareConnect-GPC-NHSNumberVerificationStatus-1",
            "https://fhir.hl7.org.uk/STU3/StructureDefinition/Extension-CareConnect-NHSNumberVerificationStatus-1"
        }) {
            assertThat(verified(extension, "01")).as(extension).isTrue();
            assertThat(verified(extension, "02")).as(extension).isFalse();
        }
        assertThat(verified("https://partner.example/other", "01")).isNull();
    }

    @Property(tries = 200)
    void anyTrueNumberIsReadHoweverItIsSpaced(
            @ForAll @IntRange(min = 0, max = 999_000) int serial, @ForAll @From("separators") String separator) {
        var number = nhsNumber(serial);
        var written = number.substring(0, 3) + separator + number.substring(3, 6) + separator + number.substring(6);

        var stated = StatedNhsNumber.of(element("""
                {"identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(written)));

        assertThat(stated).extracting(StatedNhsNumber::number).containsExactly(Optional.of(new NhsNumber(number)));
    }

    @Property(tries = 200)
    void anyNumberWithOneDigitChangedIsAbsent(
            @ForAll @IntRange(min = 0, max = 999_000) int serial,
            @ForAll @IntRange(min = 3, max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        var number = nhsNumber(serial);
        var digits = new StringBuilder(number);
        digits.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + by) % 10));

        var stated = StatedNhsNumber.of(element("""
                {"identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s"}]}""".formatted(digits)));

        assertThat(stated).extracting(StatedNhsNumber::number).containsExactly(Optional.empty());
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "-", "  ");
    }

    private static @Nullable Boolean verified(String extension, String code) {
        return StatedNhsNumber.of(element("""
                {"identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "%s",
                  "extension": [{"url": "%s", "valueCodeableConcept": {"coding": [{"code": "%s"}]}}]}]}""".formatted(NUMBER, extension, code)))
                .getFirst()
                .verified();
    }
}
