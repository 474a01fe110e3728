package care.weft.demographics;

import care.weft.fhir.RelatedPeople;
import care.weft.fhir.Resource;
import care.weft.fhir.Unreadable;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.Relationship;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The people related to somebody, by the register's {@code RelatedPerson}s. */
final class RelatedPersons {

    static final String TYPE = "RelatedPerson";

    private static final Pattern ADDRESS = Pattern.compile(".*/Patient/([0-9]{10})/RelatedPerson/[^/]+");

    private RelatedPersons() {}

    /** Null for one that the register no longer counts on; one that has ended with a date says so itself. */
    static @Nullable Relationship map(Resource related, LocalDate today) throws Unreadable {
        return RelatedPeople.relatedPerson(related.element(), List.of(), related.source(owner(related), null), today);
    }

    /**
     * Whose record it is: the patient's, by {@code patient}. For somebody who is in the register too, it gives no name and no
     * address, and {@code patient} is then that person's number; whose record it is, is told by its own address alone.
     */
    private static Owner owner(Resource related) throws Unreadable {
        var held = heldUnder(related);
        return held != null && isKnownByNumberAlone(related) ? Owner.of(held) : patient(related);
    }

    private static Owner patient(Resource related) throws Unreadable {
        var stated = related.owner("patient");
        // A logical id is a number here, where the reference stays in the register.
        var byId = Optional.ofNullable(stated.localId())
                .map(LocalId::value)
                .flatMap(NhsNumber::parse)
                .orElse(null);
        if (byId == null) {
            return stated;
        }
        if (stated.nhsNumber() != null && !stated.nhsNumber().equals(byId)) {
            throw new Unreadable("patient states different NHS numbers");
        }
        return Owner.of(byId);
    }

    private static @Nullable NhsNumber heldUnder(Resource related) {
        var address = related.fullUrl();
        if (address == null) {
            return null;
        }
        var parts = ADDRESS.matcher(address);
        return parts.matches() ? NhsNumber.parse(parts.group(1)).orElse(null) : null;
    }

    private static boolean isKnownByNumberAlone(Resource related) {
        var element = related.element();
        return !element.at("name").present()
                && !element.at("telecom").present()
                && !element.at("address").present();
    }
}
