package care.weft.mentalhealth;

import care.weft.fhir.Unreadable;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Address;
import care.weft.spi.model.Death;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PersonName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who a person is to the trust: by NHS number, then by the trust's own id. */
final class Patients {

    static final String TABLE = "MHS001MPI";
    static final String PRACTICES = "MHS002GP";

    private Patients() {}

    static Mono<Located> locate(Tables tables, LocateRequest request) {
        var number = request.nhsNumber();
        return tables.read(TABLE, HttpCall.get(TABLE).query("NHSNumber", number.value()), request.deadline())
                .map(Patients::located);
    }

    /** One patient who states a number is told as stated: whoever asked compares. In doubt it is ambiguous, and only nothing at all not known. */
    private static Located located(Rows rows) {
        if (!rows.rejections().isEmpty() || !rows.patientKnown()) {
            throw new PartnerException(Fault.INVALID_ANSWER, "search for a patient is not understood");
        }
        if (rows.rows().isEmpty()) {
            return new Located.NotKnown();
        }
        if (rows.truncated() || rows.rows().size() > 1) {
            return new Located.Ambiguous();
        }
        try {
            var details = demographics(rows.rows().getFirst(), null);
            var owner = details.source().owner();
            return owner.nhsNumber() == null
                    ? new Located.Ambiguous()
                    : new Located.Known(Objects.requireNonNull(owner.localId()), details);
        } catch (Unreadable nobody) {
            return new Located.Ambiguous();
        }
    }

    static Mono<PersonReply> demographics(Asked asked) {
        return Reads.of(asked)
                .main(TABLE, asked.all(TABLE))
                .further(PRACTICES)
                .run()
                .map(answers -> answers.rows(TABLE).isEmpty()
                        ? nobody(answers)
                        : answers.map(TABLE, row -> demographics(row, practice(answers, row)))
                                .reply());
    }

    /** A person table without the person does not know them. */
    private static PersonReply nobody(Answers answers) {
        var reply = answers.reply();
        return reply instanceof PersonReply.Found found && found.rejected().isEmpty()
                ? new PersonReply.NotKnown(reply.person())
                : reply;
    }

    private static Demographics demographics(Row row, @Nullable Organisation practice) throws Unreadable {
        var postcode = row.text("Postcode");
        return DemographicsBuilder.builder()
                .source(row.source(null, "LocalPatientId"))
                .name(name(row))
                .birthDate(readable(row, "PersonBirthDate"))
                .gender(gender(row))
                .address(postcode == null ? null : new Address(List.of(), null, postcode))
                .telecoms(List.of())
                .practice(practice)
                .death(death(row))
                .numberVerified(verified(row))
                .build();
    }

    /** No part of a submission; some trusts' own systems give it. */
    private static @Nullable PersonName name(Row row) {
        var family = row.text("PersonFamilyName");
        var given = row.text("PersonGivenName");
        return family == null && given == null
                ? null
                : new PersonName(family, given == null ? List.of() : List.of(given), row.text("PersonTitle"));
    }

    /** Gender identity, which the data set has too, is not read: it may tell of a transition. */
    private static @Nullable String gender(Row row) {
        var code = Objects.requireNonNullElse(row.text("Gender"), "");
        return switch (code) {
            case "1" -> "male";
            case "2" -> "female";
            case "9" -> "other";
            case "0", "X" -> "unknown";
            default -> null;
        };
    }

    private static @Nullable Death death(Row row) {
        if (row.text("PersDeathDate") == null) {
            return null;
        }
        var on = readable(row, "PersDeathDate");
        return new Death(on == null ? null : Moment.of(on), null);
    }

    private static @Nullable Boolean verified(Row row) {
        var status = row.text("NHSNumberStatus");
        if (status == null || row.nhsNumber().isEmpty()) {
            return null;
        }
        return status.equals("01");
    }

    /** Who somebody is must not hang on one mistyped date. */
    private static @Nullable PartialDate readable(Row row, String field) {
        try {
            return row.date(field);
        } catch (Unreadable mistyped) {
            return null;
        }
    }

    /** The registration in force that began last. */
    private static @Nullable Organisation practice(Answers answers, Row patient) {
        var today = answers.asked().today();
        return answers.read(answers.rows(PRACTICES), row -> Registration.of(row, today)).stream()
                .filter(registration -> Answers.samePatient(registration.row(), patient))
                .max(Comparator.comparing(Registration::since))
                .map(Registration::practice)
                .orElse(null);
    }

    private record Registration(Row row, LocalDate since, Organisation practice) {

        static @Nullable Registration of(Row row, LocalDate today) throws Unreadable {
            var since = row.date("StartDateGMPRegistration");
            var until = row.date("EndDateGMPRegistration");
            var practice = row.organisation("GMPCodeReg");
            boolean inForce = Days.hasBegun(since, today) && !Days.isOver(until, today);
            return practice == null || !inForce
                    ? null
                    : new Registration(row, since == null ? LocalDate.MIN : since.earliest(), practice);
        }
    }
}
