package care.weft.gp;

import care.weft.fhir.Bundle;
import care.weft.fhir.Patients;
import care.weft.fhir.Resource;
import care.weft.fhir.Systems;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.model.Organisation;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who a person is to the practice. */
final class GpPatients {

    private GpPatients() {}

    static Mono<PersonReply> demographics(Asked asked) {
        return find(asked, found -> Mono.just(demographics(asked, found)));
    }

    /** The one patient with the number asked for, and the answer that it came in. */
    record Found(Resource patient, Answer answer) {}

    /**
     * Looks the person up, once for all that is read of them. That a practice finds nobody may have the reasons that it does not
     * tell: nothing is released then.
     */
    static Mono<PersonReply> find(Asked asked, Function<Found, Mono<PersonReply>> onward) {
        var call = HttpCall.get("Patient")
                .query("identifier", Systems.NHS_NUMBER + "|" + asked.number().value());
        return asked.joint()
                .once(asked.person(), call.target(), asked.send(Interaction.FIND_PATIENT, call))
                .flatMap(reply -> Answer.of(asked.person(), asked.client(), reply, answer -> {
                    var patients = answer.bundle().of("Patient");
                    if (patients.isEmpty() && answer.bundle().rejections().isEmpty()) {
                        return Mono.just(new PersonReply.NothingReleased(asked.person()));
                    }
                    if (patients.size() != 1) {
                        throw new PartnerException(
                                Fault.INVALID_ANSWER, "search for a patient: found several, or none that can be read");
                    }
                    return onward.apply(new Found(patients.getFirst(), answer));
                }));
    }

    private static PersonReply demographics(Asked asked, Found found) {
        var bundle = found.answer().bundle();
        var read = bundle.map("Patient", patient -> Patients.demographics(patient, asked.today(), null));
        var rejections = Stream.concat(
                found.answer().rejections(found.answer().warnings()).stream(), read.rejections().stream());
        return new PersonReply.Found(
                asked.person(),
                List.copyOf(read.entries()),
                Extent.whole(asked.window()),
                bundle.asOf(),
                rejections.toList());
    }

    /**
     * The practice that answers, as a patient's record names it: the one that keeps the record, else the one that the patient is
     * registered with. Null when the record names neither, or one that was not asked.
     */
    static @Nullable Organisation practice(Asked asked, Resource patient) {
        var element = patient.element();
        return Stream.concat(
                        element.references("managingOrganization").stream(),
                        element.references("generalPractitioner").stream())
                .map(patient::organisation)
                .filter(Objects::nonNull)
                .filter(organisation -> asked.practice().equals(organisation.odsCode()))
                .findFirst()
                .orElse(null);
    }

    /** The same for the one patient of a bundle. */
    static @Nullable Organisation practice(Asked asked, Bundle bundle) {
        var patients = bundle.of("Patient");
        return patients.size() == 1 ? practice(asked, patients.getFirst()) : null;
    }
}
