package care.weft.gateway.person;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** In what order those involved are told, and who of them are the same. */
final class InvolvedOrder {

    private static final Comparator<Involved> ORDER = Comparator.comparing(Involved::keyWorker)
            .reversed()
            .thenComparing(Involved::basis)
            .thenComparing(Involved::lastContact, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(InvolvedOrder::words)
            .thenComparing(InvolvedOrder::isNamed, Comparator.reverseOrder());

    private InvolvedOrder() {}

    /** In order, the first of those that say the same of the same worker or team at one partner. */
    static List<Involved> eachOnce(List<Involved> found) {
        var once = new LinkedHashMap<String, Involved>();
        found.stream().sorted(ORDER).forEach(involved -> once.putIfAbsent(key(involved), involved));
        return List.copyOf(once.values());
    }

    /** Every partner may name the practice: one is enough. */
    private static String key(Involved involved) {
        return Contacts.GENERAL_PRACTICE.equals(involved.role())
                ? words(involved)
                : involved.source().partner().id().value() + "|" + words(involved);
    }

    private static boolean isNamed(Involved involved) {
        return involved.organisation() != null && involved.organisation().isNamed();
    }

    private static String words(Involved involved) {
        var organisation = involved.organisation();
        var practitioner = involved.practitioner();
        return String.join(
                        "|",
                        organisation == null
                                ? ""
                                : Objects.requireNonNullElse(organisation.odsCode(), organisation.name()),
                        Objects.requireNonNullElse(involved.team(), ""),
                        practitioner == null ? "" : practitioner.name(),
                        Objects.requireNonNullElse(involved.role(), ""))
                .toLowerCase(Locale.UK);
    }
}
