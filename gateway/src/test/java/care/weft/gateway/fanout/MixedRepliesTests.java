package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.NOON;
import static care.weft.gateway.testing.Records.appointment;
import static care.weft.gateway.testing.Records.found;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.testing.FakePartner;
import care.weft.spi.Fault;
import care.weft.spi.PersonReply;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import reactor.core.publisher.Flux;

/**
 * Whatever order an adapter answers a batch in, whomever it leaves out, answers twice, adds or mixes up: nobody's answer holds
 * anything of anybody else, and nobody who was not answered for is taken for having nothing.
 */
class MixedRepliesTests {

    /** What a careless adapter does with one person of a batch. */
    enum Care {
        RIGHT,
        LEFT_OUT,
        TWICE,
        SOMEBODY_ELSES_RECORD,
        FAILED
    }

    private static final List<NhsNumber> PEOPLE = IntStream.range(0, 10_000)
            .mapToObj("999100%04d"::formatted)
            .flatMap(written -> NhsNumber.parse(written).stream())
            .limit(40)
            .toList();
    private static final NhsNumber STRANGER = NhsNumber.parse("9990000018").orElseThrow();

    @Property(tries = 300)
    void nobodyGetsAnythingOfAnybodyElse(
            @ForAll("cares") List<Care> cares,
            @ForAll @IntRange(min = 1, max = 12) int batch,
            @ForAll boolean withAStranger,
            @ForAll long seed) {
        var asked = PEOPLE.subList(0, cares.size());
        var careOf = IntStream.range(0, cares.size()).boxed().collect(Collectors.toMap(asked::get, cares::get));
        var partner = FakePartner.named("trust").askedForAtMost(batch).reading(request -> {
            var replies = new ArrayList<PersonReply>();
            request.subjects()
                    .forEach(subject -> replies.addAll(replies(Objects.requireNonNull(subject.nhsNumber()), careOf)));
            if (withAStranger) {
                replies.add(right(STRANGER));
            }
            Collections.shuffle(replies, new Random(seed));
            return Flux.fromIterable(replies);
        });

        var answers = new Reading(CallerRole.GP).of(Section.APPOINTMENTS, asked, partner);

        assertThat(answers).hasSize(asked.size());
        careOf.forEach((number, care) -> {
            var source = Objects.requireNonNull(answers.get(PersonKey.of(number)))
                    .sources()
                    .getFirst();
            assertThat(source.outcome()).isEqualTo(expected(care));
            assertThat(source.entries())
                    .allMatch(entry -> number.equals(entry.source().owner().nhsNumber()))
                    .hasSize(care == Care.RIGHT ? 1 : 0);
        });
    }

    @Provide
    Arbitrary<List<Care>> cares() {
        return Arbitraries.of(Care.class).list().ofMinSize(1).ofMaxSize(PEOPLE.size());
    }

    private static List<PersonReply> replies(NhsNumber number, Map<NhsNumber, Care> careOf) {
        return switch (Objects.requireNonNull(careOf.get(number))) {
            case RIGHT -> List.of(right(number));
            case LEFT_OUT -> List.of();
            case TWICE -> List.of(right(number), right(number));
            case SOMEBODY_ELSES_RECORD ->
                List.of(found(PersonKey.of(number), appointment("a-" + number.value(), other(number), NOON)));
            case FAILED -> List.of(new PersonReply.Failed(PersonKey.of(number), Fault.TIMED_OUT));
        };
    }

    private static PersonReply right(NhsNumber number) {
        return found(PersonKey.of(number), appointment("a-" + number.value(), number, NOON));
    }

    private static NhsNumber other(NhsNumber number) {
        return PEOPLE.get((PEOPLE.indexOf(number) + 1) % PEOPLE.size());
    }

    private static Outcome expected(Care care) {
        return switch (care) {
            case RIGHT -> Outcome.ANSWERED;
            case LEFT_OUT, TWICE, SOMEBODY_ELSES_RECORD -> Outcome.INVALID_ANSWER;
            case FAILED -> Outcome.TIMED_OUT;
        };
    }
}
