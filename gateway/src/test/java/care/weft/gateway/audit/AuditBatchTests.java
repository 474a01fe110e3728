package care.weft.gateway.audit;

import static care.weft.gateway.audit.Facts.context;
import static care.weft.gateway.audit.Facts.disclosure;
import static care.weft.gateway.audit.Facts.person;
import static care.weft.gateway.audit.Facts.shown;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.spi.model.Section;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditBatchTests {

    final AuditBatch batch = AuditBatch.open(context("r1"));

    @Test
    void releasedAnswerHasItsFactsInTheBatch() {
        var released = batch.release(disclosure(1), "the answer");

        assertThat(released.value()).isEqualTo("the answer");
        assertThat(requireNonNull(batch.take().fresh()).facts()).containsExactly(disclosure(1));
    }

    @Test
    void answerWithoutFactsIsNotReleased() {
        assertThatThrownBy(() -> batch.release(List.of(), "the answer")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void releasedAnswersAreMadeNowhereElse() {
        assertThat(Released.class.getConstructors()).isEmpty();
        assertThat(Released.class.getDeclaredConstructors())
                .allSatisfy(made -> assertThat(made.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED))
                        .isZero());
        assertThat(Modifier.isFinal(Released.class.getModifiers())).isTrue();
    }

    @Test
    void laterCommitTakesOnlyWhatCameSince() {
        batch.record(disclosure(1));
        batch.take();
        batch.record(disclosure(2));

        var second = batch.take();

        assertThat(requireNonNull(second.fresh()).facts()).containsExactly(disclosure(2));
        assertThat(second.outcomes()).hasSize(2);
        assertThat(batch.take().fresh()).isNull();
    }

    @Test
    void factsOfManyThreadsAreAllKept() {
        IntStream.range(0, 1000).parallel().forEach(n -> batch.record(disclosure(n)));

        assertThat(requireNonNull(batch.take().fresh()).facts()).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void veryLongDisclosureIsKeptInParts() {
        var records = IntStream.range(0, 1001)
                .mapToObj(n -> new ReleasedRecord("record-" + n, null, "d"))
                .toList();
        batch.record(new AuditFact.Disclosure(person(1), List.of(shown(Section.STAYS, records))));

        var facts = requireNonNull(batch.take().fresh()).facts();

        assertThat(facts).hasSize(3);
        assertThat(facts.stream()
                        .map(AuditFact.Disclosure.class::cast)
                        .flatMap(part -> part.shown().stream())
                        .flatMap(part -> part.records().stream())
                        .toList())
                .isEqualTo(records);
    }

    @Test
    void onePersonShownInSeveralSectionsIsOneEvent() {
        var stays = shown(Section.STAYS, List.of(new ReleasedRecord("s", null, null)));
        var referrals = shown(Section.REFERRALS, List.of());
        batch.record(new AuditFact.Disclosure(person(1), List.of(stays)));
        batch.record(new AuditFact.Denial(person(2), "NO_ROLE", null));
        batch.record(new AuditFact.Disclosure(person(3), List.of(stays)));
        batch.record(new AuditFact.Disclosure(person(1), List.of(referrals)));

        assertThat(requireNonNull(batch.take().fresh()).facts())
                .containsExactly(
                        new AuditFact.Disclosure(person(1), List.of(stays, referrals)),
                        new AuditFact.Disclosure(person(3), List.of(stays)),
                        new AuditFact.Denial(person(2), "NO_ROLE", null));
    }
}
