package care.weft.fhir;

import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.NhsNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Who a person is to a partner: by NHS number, then by the partner's own id. */
final class PatientLookup {

    private PatientLookup() {}

    static Mono<Located> locate(FhirClient client, LocateRequest request, FhirSettings settings, LocalDate today) {
        var number = request.nhsNumber();
        var call = call(number, settings);
        return request.joint()
                .once(request.person(), call.target(), client.search("Patient", call, request.deadline()))
                .map(found -> located(found, number, settings.openIn(), today));
    }

    /** The search for whoever has a number. */
    static HttpCall call(NhsNumber number, FhirSettings settings) {
        return HttpCall.get("Patient")
                .query("identifier", Systems.NHS_NUMBER + "|" + number.value())
                .query("_count", String.valueOf(settings.pageSize()));
    }

    /**
     * One patient who states a number is told as stated: whoever asked compares. In doubt it is ambiguous, as where the number was the
     * patient's once; only nothing at all is not known.
     */
    private static Located located(Bundle found, NhsNumber number, OpenIn openIn, LocalDate today) {
        if (!found.rejections().isEmpty()) {
            throw new PartnerException(
                    Fault.INVALID_ANSWER,
                    "search for a patient: " + found.rejections().getFirst().reason());
        }
        if (found.truncated() || found.matches().size() > 1) {
            return new Located.Ambiguous();
        }
        if (found.matches().isEmpty()) {
            return new Located.NotKnown();
        }
        var details = read(found, openIn, today).entries();
        if (details.isEmpty()) {
            return new Located.Ambiguous();
        }
        var owner = details.getFirst().source().owner();
        var stated = owner.nhsNumber();
        return stated == null
                        || (!stated.equals(number) && mentions(found.matches().getFirst(), number))
                ? new Located.Ambiguous()
                : new Located.Known(Objects.requireNonNull(owner.localId()), details.getFirst());
    }

    private static boolean mentions(Resource patient, NhsNumber number) {
        return patient.element().each("identifier").stream()
                .flatMap(identifier -> Stream.ofNullable(identifier.text("value")))
                .flatMap(value -> NhsNumber.parse(value).stream())
                .anyMatch(number::equals);
    }

    static Mono<PersonReply> demographics(Asked asked) {
        return asked.patient()
                .map(patient -> demographics(asked, patient))
                .defaultIfEmpty(new PersonReply.NotKnown(asked.person()));
    }

    private static PersonReply demographics(Asked asked, Resource patient) {
        var alone = new Bundle(List.of(patient), List.of(), false, null);
        var read = read(alone, asked.settings().openIn(), asked.today());
        return new PersonReply.Found(
                asked.person(), List.copyOf(read.entries()), Extent.whole(asked.window()), null, read.rejections());
    }

    private static Mapped<Demographics> read(Bundle bundle, OpenIn openIn, LocalDate today) {
        return bundle.map("Patient", patient -> Patients.demographics(patient, today, openIn.address(patient)));
    }
}
