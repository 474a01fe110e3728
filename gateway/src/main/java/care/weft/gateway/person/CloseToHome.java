package care.weft.gateway.person;

import care.weft.gateway.access.StaffList;
import care.weft.gateway.fanout.Households;
import care.weft.gateway.fanout.Households.Nearness;
import care.weft.gateway.fanout.Identified;
import care.weft.gateway.fanout.Operation;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether whoever asks as staff asks about themself, a colleague or their own household. It refuses nothing, and nobody is told. */
@Component
final class CloseToHome {

    private final StaffList staff;
    private final Households households;
    private final Counter notKnown;

    CloseToHome(StaffList staff, Households households, MeterRegistry metrics) {
        this.staff = staff;
        this.households = households;
        notKnown = metrics.counter("weft.access.household.not.known");
    }

    /** What is to be alerted, by the name of its event in the audit. */
    enum Sign {
        OWN_RECORD_OPENED_AS_STAFF,
        COLLEAGUES_RECORD_OPENED,
        HOUSEHOLDS_RECORD_OPENED
    }

    /** What there is to alert; empty for most. Exactly one, never an error: what cannot be found out alerts nothing, and is counted. */
    Mono<Set<Sign>> signs(Operation operation, Identified person) {
        var caller = operation.caller();
        // One person may be asked for by a number that was superseded.
        Set<Sign> signs = staff.isColleague(caller, List.of(person.person(), person.asked()))
                ? Set.of(Sign.COLLEAGUES_RECORD_OPENED)
                : Set.of();
        return staff.numberOf(caller)
                .map(own -> nearness(operation, own, person).map(nearness -> switch (nearness) {
                    // Whoever is in the staff list is their own colleague too: one alert says it.
                    case SAME_PERSON -> Set.of(Sign.OWN_RECORD_OPENED_AS_STAFF);
                    case SAME_ADDRESS -> with(signs, Sign.HOUSEHOLDS_RECORD_OPENED);
                    case APART, NOT_KNOWN -> signs;
                }))
                .orElseGet(() -> Mono.just(signs));
    }

    private static Set<Sign> with(Set<Sign> signs, Sign sign) {
        var all = EnumSet.of(sign);
        all.addAll(signs);
        return all;
    }

    private Mono<Nearness> nearness(Operation operation, NhsNumber own, Identified person) {
        var key = PersonKey.of(own);
        if (key.equals(person.person()) || key.equals(person.asked())) {
            return Mono.just(Nearness.SAME_PERSON);
        }
        return households
                .between(operation, own, person)
                .onErrorReturn(Nearness.NOT_KNOWN)
                .doOnNext(nearness -> {
                    if (nearness == Nearness.NOT_KNOWN) {
                        notKnown.increment();
                    }
                });
    }
}
