package care.weft.fhir;

import care.weft.spi.Deadline;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The searches that one section is made of, by the kind of resource that each asks for. They run side by side. When all fail
 * the section fails; when some do, what the others found is kept, and the answer says that it is not whole.
 *
 * @param calls in the order in which their entries are to stand
 */
public record Searches(Asked asked, Map<String, HttpCall> calls) {

    private static final Duration TIME_TO_HAND_OVER = Duration.ofMillis(100);

    public static Searches of(Asked asked) {
        return new Searches(asked, Map.of());
    }

    /** One more; the same again for a kind of resource that the partner does not have: that it is not asked for costs nothing. */
    public Searches and(String resourceType, HttpCall call) {
        if (asked.settings().without().contains(resourceType)) {
            return this;
        }
        var more = new LinkedHashMap<>(calls);
        more.put(resourceType, call);
        return new Searches(asked, more);
    }

    /** Runs them. */
    public Mono<Answers> run() {
        var deadline = deadline();
        return Flux.fromIterable(calls.entrySet())
                .flatMapSequential(call -> asked.client()
                        .search(call.getKey(), call.getValue(), deadline)
                        .map(found -> new Answer(call.getKey(), found, null))
                        .onErrorResume(
                                PartnerException.class, failure -> Mono.just(new Answer(call.getKey(), null, failure))))
                .collectList()
                .map(answers -> new Answers(asked, answers));
    }

    /** One of several searches that gets no answer in time must leave the time to hand over what the others found. */
    private Deadline deadline() {
        var deadline = asked.deadline();
        if (calls.size() == 1) {
            return deadline;
        }
        var margin = Math.min(TIME_TO_HAND_OVER.toNanos(), deadline.left().toNanos() / 10);
        return new Deadline(deadline.nanoTime() - margin);
    }

    /** What one search found, or why it failed. */
    private record Answer(
            String resourceType,
            @Nullable Bundle found,
            @Nullable PartnerException failure) {}

    /** What all of them found. */
    public static final class Answers {

        private final Asked asked;
        private final List<Answer> answers;
        private final List<Entry> entries = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();
        private boolean ofSomebodyElse;

        private Answers(Asked asked, List<Answer> answers) {
            this.asked = asked;
            this.answers = answers;
        }

        /** The bundle of a kind of resource; null when its search failed. */
        public @Nullable Bundle found(String resourceType) {
            return answers.stream()
                    .filter(answer -> answer.resourceType().equals(resourceType))
                    .map(Answer::found)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        /** Maps what the search for this kind of resource found. */
        public Answers map(String resourceType, ResourceMapping<? extends Entry> mapping) {
            return mapEach(resourceType, resource -> {
                var entry = mapping.map(resource);
                return entry == null ? null : List.of(entry);
            });
        }

        /** The same where one resource makes several entries, or none. */
        public Answers mapEach(String resourceType, ResourceMapping<List<? extends Entry>> mapping) {
            var found = found(resourceType);
            if (found != null) {
                var mapped = found.map(resourceType, resource -> {
                    var made = mapping.map(resource);
                    // Whose a record is the gateway sees; whose it is of which no record is made, only this can.
                    ofSomebodyElse |= (made == null || made.isEmpty()) && asked.isOfSomebodyElse(resource);
                    return made;
                });
                mapped.entries().forEach(entries::addAll);
                rejections.addAll(mapped.rejections());
            }
            return this;
        }

        /** What they make together; an answer about somebody else does not say that there is nothing of the person. */
        public PersonReply reply() {
            if (ofSomebodyElse) {
                return new PersonReply.Failed(asked.person(), Fault.INVALID_ANSWER);
            }
            var failures = answers.stream()
                    .map(Answer::failure)
                    .filter(Objects::nonNull)
                    .map(PartnerException::fault)
                    .toList();
            if (failures.size() == answers.size()) {
                // One that asking again may mend comes first.
                return new PersonReply.Failed(
                        asked.person(),
                        failures.stream().min(Comparator.<Fault>naturalOrder()).orElseThrow());
            }
            boolean truncated = !failures.isEmpty();
            Instant asOf = null;
            for (var answer : answers) {
                var found = answer.found();
                if (found == null) {
                    var failure = Objects.requireNonNull(answer.failure());
                    rejections.add(new Rejection(
                            answer.resourceType(), "could not be read: " + failure.getMessage(), failure.fault()));
                    continue;
                }
                truncated |= found.truncated();
                rejections.addAll(found.rejections());
                asOf = earlier(asOf, found.asOf());
            }
            var extent = new Extent(asked.window(), List.of(), truncated);
            return new PersonReply.Found(asked.person(), entries, extent, asOf, rejections);
        }

        private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? one : other;
        }
    }
}
