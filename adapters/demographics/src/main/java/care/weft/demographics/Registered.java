package care.weft.demographics;

import care.weft.fhir.Patients;
import care.weft.fhir.Resource;
import care.weft.fhir.StatedNhsNumber;
import care.weft.fhir.Unreadable;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.RecordSource;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A person as the register knows them.
 *
 * @param nhsNumber the number in force, by the record itself: another than the one asked for where that was superseded
 */
record Registered(NhsNumber nhsNumber, Demographics details) {

    /** @throws Unreadable when the record does not say whose it is, or says two things */
    static Registered of(Resource patient, LocalDate today) throws Unreadable {
        var number = number(patient);
        var details = Patients.demographics(patient, today, null);
        return new Registered(
                number,
                DemographicsBuilder.builder(details)
                        .source(source(details.source(), number))
                        .build());
    }

    /** The id is the number here, and the identifier too: a record in which they differ is nobody's. */
    private static NhsNumber number(Resource patient) throws Unreadable {
        var stated = Stream.concat(
                        Stream.ofNullable(patient.id()).map(NhsNumber::parse),
                        StatedNhsNumber.of(patient.element()).stream().map(StatedNhsNumber::number))
                .distinct()
                .toList();
        if (stated.size() > 1) {
            throw new Unreadable("id and identifier differ");
        }
        return stated.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Unreadable("neither id nor identifier is a valid NHS number"));
    }

    /** The register's id of a record is the person's number, which is not to stand wherever a record is named. */
    private static RecordSource source(RecordSource source, NhsNumber number) {
        var id = UUID.nameUUIDFromBytes(source.recordId().getBytes(StandardCharsets.UTF_8));
        return new RecordSource(
                "Patient/" + id,
                Owner.of(number),
                source.version(),
                source.system(),
                source.recordedAt(),
                source.openIn());
    }
}
