package care.weft.fhir;

import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose record a resource is, by what it says itself.
 *
 * <p>A logical id counts only where the reference stays on the partner's own server: {@code Patient/1} of another server is
 * another person, so there the whole address is the id.
 */
final class Owners {

    private Owners() {}

    static Owner of(Resource resource, List<Reference> references, String field) throws Unreadable {
        var given = references.stream().filter(Owners::identifies).toList();
        if (given.isEmpty()) {
            throw new Unreadable(field + " is missing");
        }
        var patients = given.stream()
                .filter(reference -> resource.names(reference, "Patient") || reference.statesNhsNumber())
                .toList();
        if (patients.isEmpty()) {
            // As urn:uuid: addresses are where what they name is not sent along.
            patients = given.stream()
                    .filter(reference -> reference.type() == null && resource.resolve(reference) == null)
                    .toList();
        }
        var owners = new LinkedHashSet<Owner>();
        for (var patient : patients) {
            owners.add(owner(resource, patient, field));
        }
        if (owners.size() != 1) {
            throw new Unreadable(field + (owners.isEmpty() ? " names no patient" : " names several patients"));
        }
        return owners.getFirst();
    }

    private static Owner owner(Resource resource, Reference reference, String field) throws Unreadable {
        var patient = resource.resolve(reference);
        var stated = patient == null ? Stream.<NhsNumber>empty() : numbers(patient);
        var numbers = Stream.concat(reference.nhsNumbers().stream(), stated)
                .distinct()
                .toList();
        if (numbers.size() > 1) {
            throw new Unreadable(field + " states different NHS numbers");
        }
        var number = numbers.isEmpty() ? null : numbers.getFirst();
        var localId = localId(resource, reference, patient);
        if (number == null && localId == null) {
            throw new Unreadable(field + " states neither an id nor a valid NHS number");
        }
        return new Owner(number, localId == null ? null : new LocalId(localId));
    }

    private static Stream<NhsNumber> numbers(Resource patient) {
        return StatedNhsNumber.of(patient.element()).stream().flatMap(stated -> stated.number().stream());
    }

    private static @Nullable String localId(Resource resource, Reference reference, @Nullable Resource patient) {
        var written = reference.written();
        if (written == null || written.startsWith("#")) {
            return null;
        }
        if (patient != null) {
            return patient.id();
        }
        return resource.isOwn(reference) ? reference.id() : written;
    }

    private static boolean identifies(Reference reference) {
        return reference.written() != null || !reference.identifiers().isEmpty();
    }
}
