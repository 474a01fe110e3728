package care.weft.gateway.fanout;

import care.weft.gateway.cache.SharedCall;
import care.weft.gateway.partner.MetFaults;
import care.weft.spi.JointReads;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** The reads of one operation at one partner, and the calls that some of them share. */
final class OperationReads implements JointReads {

    private final BiPredicate<PersonKey, Section> isRead;
    private final Map<PersonKey, Map<String, JointCall<?>>> same = new ConcurrentHashMap<>();
    private final Map<PersonKey, Map<Section, JointCall<?>>> serving = new HashMap<>();

    /**
     * One call of several reads.
     *
     * @param faults that it met, of which every read is told that waits for it
     */
    private record JointCall<T>(SharedCall<T> call, MetFaults faults) {

        static <T> JointCall<T> of(Mono<T> made) {
            var faults = new MetFaults();
            return new JointCall<>(new SharedCall<>(made.contextWrite(faults::in)), faults);
        }

        Mono<T> answer() {
            return Mono.deferContextual(read -> call.answer().doOnTerminate(() -> faults.tell(read)));
        }
    }

    /** @param isRead whether the operation reads a section of a person here, and may */
    OperationReads(BiPredicate<PersonKey, Section> isRead) {
        this.isRead = isRead;
    }

    // Who names the same call asks for the same answer: they are of one adapter.
    @Override
    @SuppressWarnings("unchecked")
    public <T> Mono<T> once(PersonKey person, String call, Mono<T> made) {
        return Mono.defer(() -> ((JointCall<T>) same.computeIfAbsent(person, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(call, _ -> JointCall.of(made)))
                .answer());
    }

    @Override
    public <T> Mono<T> together(
            PersonKey person, Section section, Set<Section> servable, Function<Set<Section>, Mono<T>> call) {
        return Mono.defer(() -> this.<T>serving(person, section, servable, call).answer());
    }

    // The reads of the sections that one call can serve are of one adapter, which makes them all alike.
    @SuppressWarnings("unchecked")
    private synchronized <T> JointCall<T> serving(
            PersonKey person, Section section, Set<Section> servable, Function<Set<Section>, Mono<T>> call) {
        var made = serving.computeIfAbsent(person, _ -> new EnumMap<>(Section.class));
        var known = made.get(section);
        if (known != null) {
            return (JointCall<T>) known;
        }
        var served = EnumSet.of(section);
        servable.stream()
                .filter(other -> !made.containsKey(other) && isRead.test(person, other))
                .forEach(served::add);
        var shared = JointCall.<T>of(Mono.defer(() -> call.apply(Set.copyOf(served))));
        served.forEach(each -> made.put(each, shared));
        return shared;
    }
}
