package care.weft.fhir;

import care.weft.spi.model.Contact;
import care.weft.spi.model.Location;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom and what a reference names, by the resource that it leads to where the partner sent it, else by its own words. */
final class Actors {

    private static final Set<String> ORGANISATIONS =
            Set.of("Organization", "HealthcareService", "CareTeam", "Location");
    private static final Set<String> PRACTITIONERS = Set.of("Practitioner", "PractitionerRole");

    private static final Set<String> NOT_AT_WORK = Set.of("home", "old");

    private Actors() {}

    static @Nullable Organisation organisation(Resource from, Reference reference) {
        var named = from.resolve(reference);
        if (named != null && named.type().equals("PractitionerRole")) {
            var employer = named.element().reference("organization");
            return named.names(employer, "PractitionerRole") ? null : organisation(named, employer);
        }
        if (!isKind(named, reference, ORGANISATIONS)) {
            return null;
        }
        var code = Systems.value(reference.identifiers(), Systems.ODS_CODES);
        String name = null;
        if (named != null) {
            name = named.element().text("name");
            code = code == null ? Systems.value(named.element().each("identifier"), Systems.ODS_CODES) : code;
        }
        name = firstOf(name, reference.display(), code);
        return name == null ? null : new Organisation(code, name);
    }

    static @Nullable Practitioner practitioner(Resource from, Reference reference) {
        var named = from.resolve(reference);
        if (!isKind(named, reference, PRACTITIONERS)) {
            return null;
        }
        String name = null;
        String role = null;
        if (named != null && named.type().equals("PractitionerRole")) {
            var person = named.element().reference("practitioner");
            var resolved = named.resolve(person);
            name = firstOf(resolved == null ? null : name(resolved), person.display());
            var job = named.element().coding("code");
            role = job == null ? null : job.display();
        } else if (named != null) {
            name = name(named);
        }
        name = firstOf(name, reference.display());
        return name == null ? null : new Practitioner(name, role);
    }

    static @Nullable Location location(Resource from, Reference reference) {
        var named = from.resolve(reference);
        if (!isKind(named, reference, Set.of("Location"))) {
            return null;
        }
        String name = null;
        String address = null;
        if (named != null) {
            name = named.element().text("name");
            address = oneLine(named.element().at("address"));
        }
        name = firstOf(name, reference.display(), address, Systems.value(reference.identifiers(), Systems.ODS_CODES));
        return name == null ? null : new Location(name, address);
    }

    static @Nullable Contact contact(Resource from, Reference reference) {
        var named = from.resolve(reference);
        return named == null ? null : contact(named);
    }

    static @Nullable Contact contact(Resource named) {
        var phone = reachedBy(named, "phone");
        var email = reachedBy(named, "email");
        return phone == null && email == null ? null : new Contact(phone, email, null);
    }

    private static @Nullable String reachedBy(Resource named, String system) {
        return named.element().each("telecom").stream()
                .filter(telecom -> system.equals(telecom.text("system")))
                .filter(telecom -> !NOT_AT_WORK.contains(Objects.requireNonNullElse(telecom.text("use"), "")))
                .map(telecom -> telecom.text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A reference that does not say what it names is taken for what is due in its place. */
    private static boolean isKind(@Nullable Resource named, Reference reference, Set<String> kinds) {
        var type = named == null ? reference.type() : named.type();
        return type == null || kinds.contains(type);
    }

    private static @Nullable String name(Resource practitioner) {
        var name = Patients.name(practitioner.element(), null);
        return name == null || name.display().isEmpty() ? null : name.display();
    }

    private static @Nullable String oneLine(Element address) {
        var line = Stream.concat(
                        address.texts("line").stream(), Stream.of(address.text("city"), address.text("postalCode")))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return line.isEmpty() ? address.text("text") : line;
    }

    private static @Nullable String firstOf(@Nullable String... words) {
        for (var word : words) {
            if (word != null) {
                return word;
            }
        }
        return null;
    }
}
