package care.weft.gateway.advice;

import care.weft.gateway.fanout.OnRegister;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.PartnerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose record may be of somebody else, though it has the person's number: one who states another date of birth. Such a record
 * is shown, and counts for nothing.
 */
final class BirthDates {

    private BirthDates() {}

    /**
     * Partners whose date of birth is not the register's. Where the register has none, and those who state one disagree, nobody
     * knows who is right: all who state one.
     */
    static Set<PartnerId> contradicting(OnRegister register, List<SectionAnswer> answers) {
        var stated = stated(answers);
        var registered = registered(register);
        var contradicting = new HashSet<PartnerId>();
        stated.forEach((partner, birth) -> {
            boolean agrees = registered == null
                    ? stated.values().stream().allMatch(other -> mayBeOne(birth, other))
                    : mayBeOne(birth, registered);
            if (!agrees) {
                contradicting.add(partner);
            }
        });
        if (registered == null && !contradicting.isEmpty()) {
            contradicting.addAll(stated.keySet());
        }
        return Set.copyOf(contradicting);
    }

    private static Map<PartnerId, PartialDate> stated(List<SectionAnswer> answers) {
        var stated = new HashMap<PartnerId, PartialDate>();
        for (var answer : answers) {
            for (var source : answer.sources()) {
                for (var entry : source.entries()) {
                    if (entry instanceof Demographics details && details.birthDate() != null) {
                        stated.put(source.partner().id(), details.birthDate());
                    }
                }
            }
        }
        return stated;
    }

    private static @Nullable PartialDate registered(OnRegister register) {
        return register instanceof OnRegister.Known(var _, var details, var _, var _) ? details.birthDate() : null;
    }

    private static boolean mayBeOne(PartialDate one, PartialDate other) {
        return !one.latest().isBefore(other.earliest()) && !other.latest().isBefore(one.earliest());
    }
}
