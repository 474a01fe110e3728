package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB_KEY;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static care.weft.spi.model.Section.ASSESSMENTS;
import static care.weft.spi.model.Section.REFERRALS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** Sections that one call can serve are read by one call, and nothing is read that was not asked for. */
class OperationReadsTests {

    private static final Set<Section> STRUCTURED = Set.of(REFERRALS, ASSESSMENTS);

    private final List<Set<Section>> calls = new ArrayList<>();

    @Test
    void oneCallServesBothSections() {
        var reads = reading((_, _) -> true);

        assertThat(once(reads, ADA_KEY, REFERRALS)).isEqualTo("answer 1");
        assertThat(once(reads, ADA_KEY, ASSESSMENTS)).isEqualTo("answer 1");

        assertThat(calls).containsExactly(STRUCTURED);
    }

    @Test
    void theSameCallIsMadeOnceForEachPerson() {
        var reads = reading((_, _) -> true);
        var made = Mono.fromSupplier(() -> calls.add(Set.of()) ? calls.size() : 0);

        assertThat(reads.once(ADA_KEY, "Patient?id=1", made).block()).isEqualTo(1);
        assertThat(reads.once(ADA_KEY, "Patient?id=1", made).block()).isEqualTo(1);
        assertThat(reads.once(ADA_KEY, "Patient?id=2", made).block()).isEqualTo(2);
        assertThat(reads.once(BOB_KEY, "Patient?id=1", made).block()).isEqualTo(3);
    }

    @Test
    void whatIsNotReadOrNotPermittedIsNotFetchedEither() {
        var reads = reading((_, section) -> section == REFERRALS);

        once(reads, ADA_KEY, REFERRALS);

        assertThat(calls).containsExactly(Set.of(REFERRALS));
    }

    @Test
    void whatNoCallServedYetIsReadByOneOfItsOwn() {
        var asked = new ArrayList<>(List.of(REFERRALS));
        var reads = reading((_, section) -> asked.contains(section));
        once(reads, ADA_KEY, REFERRALS);

        asked.add(ASSESSMENTS);
        once(reads, ADA_KEY, ASSESSMENTS);
        once(reads, ADA_KEY, REFERRALS);

        assertThat(calls).containsExactly(Set.of(REFERRALS), Set.of(ASSESSMENTS));
    }

    @Test
    void nobodyGetsTheAnswerOfAnybodyElse() {
        var reads = reading((_, _) -> true);

        assertThat(once(reads, ADA_KEY, REFERRALS)).isEqualTo("answer 1");
        assertThat(once(reads, BOB_KEY, REFERRALS)).isEqualTo("answer 2");
    }

    @Test
    void whatFailedHasFailedForAllThatItWouldHaveServed() {
        var reads = reading((_, _) -> true);
        var tries = new AtomicInteger();
        var failing = Mono.<String>error(() -> {
            tries.incrementAndGet();
            return new PartnerException(Fault.UNAVAILABLE, "HTTP 503");
        });

        for (var section : List.of(REFERRALS, ASSESSMENTS)) {
            StepVerifier.create(reads.together(ADA_KEY, section, STRUCTURED, _ -> failing))
                    .verifyError(PartnerException.class);
        }

        assertThat(tries).hasValue(1);
    }

    @Test
    void callEndsWhenTheLastWhoWaitForItHaveLeft() {
        var reads = reading((_, _) -> true);
        var cancelled = new AtomicInteger();
        var silent = Mono.<String>never().doOnCancel(cancelled::incrementAndGet);
        var one = reads.together(ADA_KEY, REFERRALS, STRUCTURED, _ -> silent).subscribe();
        var other =
                reads.together(ADA_KEY, ASSESSMENTS, STRUCTURED, _ -> silent).subscribe();

        one.dispose();
        assertThat(cancelled).hasValue(0);

        other.dispose();
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void twoWhoWaitAtOnceShareTheAnswer() {
        var answer = Sinks.<String>one();
        var reads = reading((_, _) -> true);
        var first = reads.together(ADA_KEY, REFERRALS, STRUCTURED, _ -> answer.asMono())
                .toFuture();
        var second = reads.together(
                        ADA_KEY, ASSESSMENTS, STRUCTURED, _ -> Mono.<String>error(new AssertionError("a second call")))
                .toFuture();

        answer.tryEmitValue("one answer").orThrow();

        assertThat(first).isCompletedWithValue("one answer");
        assertThat(second).isCompletedWithValue("one answer");
    }

    @Test
    void nothingIsAskedBeforeSomebodyWaits() {
        var _ = reading((_, _) -> true).together(ADA_KEY, APPOINTMENTS, Set.of(APPOINTMENTS), this::answer);

        assertThat(calls).isEmpty();
    }

    private static OperationReads reading(BiPredicate<PersonKey, Section> isRead) {
        return new OperationReads(isRead);
    }

    private String once(OperationReads reads, PersonKey person, Section section) {
        return reads.together(person, section, STRUCTURED, this::answer)
                .blockOptional()
                .orElseThrow();
    }

    private Mono<String> answer(Set<Section> sections) {
        calls.add(sections);
        return Mono.just("answer " + calls.size());
    }
}
