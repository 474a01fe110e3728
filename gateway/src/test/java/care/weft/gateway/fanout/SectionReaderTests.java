package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.gateway.testing.Records.BOB_KEY;
import static care.weft.gateway.testing.Records.NOON;
import static care.weft.gateway.testing.Records.appointment;
import static care.weft.gateway.testing.Records.found;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static care.weft.spi.model.Section.STAYS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.Rejection;
import care.weft.spi.model.Entry;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.PersonKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class SectionReaderTests {

    private final Reading reading = new Reading(CallerRole.GP);

    @Test
    void everyPartnersAnswerComesInTheConfiguredOrder() {
        var council = FakePartner.named("council").reading(_ -> Flux.just(found(ADA_KEY)));
        var trust = FakePartner.named("trust").reading(_ -> Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON))));

        var answer = answer(reading.of(APPOINTMENTS, List.of(ADA), council, trust), ADA_KEY);

        assertThat(answer.sources())
                .extracting(source -> source.partner().id().value())
                .containsExactly("council", "trust");
        assertThat(answer.sources())
                .extracting(SourceAnswer::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.ANSWERED);
        assertThat(answer.sources().getLast().entries()).hasSize(1);
    }

    @Test
    void peopleAreReadInBatchesOfWhatThePartnerTakes() {
        var partner = FakePartner.named("trust")
                .askedForAtMost(2)
                .reading(request -> Flux.fromIterable(request.subjects()).map(subject -> found(subject.key())));

        var answers = reading.of(APPOINTMENTS, List.of(ADA, BOB, Reading.CAT), partner);

        assertThat(partner.reads()).extracting(read -> read.subjects().size()).containsExactly(2, 1);
        assertThat(answers)
                .hasSize(3)
                .allSatisfy((_, answer) -> assertThat(answer.sources())
                        .extracting(SourceAnswer::outcome)
                        .containsExactly(Outcome.ANSWERED));
    }

    @Test
    void aSilentPartnerIsReportedWhileTheOthersAnswer() {
        var council = FakePartner.named("council").reading(_ -> Flux.just(found(ADA_KEY)));
        var trust = FakePartner.named("trust").reading(_ -> Flux.never());

        StepVerifier.withVirtualTime(() -> reading.begin(APPOINTMENTS, List.of(ADA), council, trust))
                .expectSubscription()
                .thenAwait(Duration.ofMinutes(2))
                .assertNext(answers -> assertThat(answer(answers, ADA_KEY).sources())
                        .extracting(SourceAnswer::outcome)
                        .containsExactly(Outcome.ANSWERED, Outcome.TIMED_OUT))
                .verifyComplete();
        assertThat(trust.cancelled()).isEqualTo(1);
    }

    @Test
    void whoAnsweredBeforeThePartnerFailedKeepsTheirAnswer() {
        var partner = FakePartner.named("trust")
                .askedForAtMost(10)
                .reading(_ -> Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON)))
                        .concatWith(Flux.error(new PartnerException(Fault.UNAVAILABLE, "HTTP 503"))));

        var answers = reading.of(APPOINTMENTS, List.of(ADA, BOB), partner);

        assertThat(outcome(answers, ADA_KEY)).isEqualTo(Outcome.ANSWERED);
        assertThat(outcome(answers, BOB_KEY)).isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void aRecordOfAnotherPersonVoidsTheAnswerAndIsAudited() {
        var partner = FakePartner.named("trust")
                .reading(_ -> Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON), appointment("b1", BOB, NOON))));

        var answers = reading.of(APPOINTMENTS, List.of(ADA), partner);

        assertThat(outcome(answers, ADA_KEY)).isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(source(answers, ADA_KEY).entries()).isEmpty();
        assertThat(reading.audited()).contains("SecurityEvent RECORD_OF_ANOTHER_PERSON");
    }

    @Test
    void aRecordOfAnotherSectionIsNeverShownUnderTheRightsOfThisOne() {
        var partner = FakePartner.named("trust").reading(_ -> Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON))));

        assertThat(outcome(reading.of(STAYS, List.of(ADA), partner), ADA_KEY)).isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(reading.audited()).contains("SecurityEvent RECORD_OF_ANOTHER_SECTION");
    }

    @Test
    void aReplyForSomebodyNotAskedReachesNobody() {
        var partner = FakePartner.named("trust")
                .reading(_ -> Flux.just(
                        found(BOB_KEY, appointment("b1", BOB, NOON)), found(ADA_KEY, appointment("a1", ADA, NOON))));

        var answers = reading.of(APPOINTMENTS, List.of(ADA), partner);

        assertThat(answers).containsOnlyKeys(ADA_KEY);
        assertThat(source(answers, ADA_KEY).entries()).hasSize(1);
        assertThat(reading.audited()).contains("SecurityEvent REPLY_FOR_ANOTHER_PERSON");
    }

    @Test
    void twoRepliesForOnePersonCannotBothBeTrue() {
        var partner = FakePartner.named("trust")
                .reading(_ -> Flux.just(found(ADA_KEY), found(ADA_KEY, appointment("a1", ADA, NOON))));

        assertThat(outcome(reading.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY))
                .isEqualTo(Outcome.INVALID_ANSWER);
    }

    @Test
    void aPersonLeftOutOfAReplyIsNotTakenForUnknown() {
        var partner = FakePartner.named("trust").askedForAtMost(2).reading(_ -> Flux.just(found(ADA_KEY)));

        assertThat(outcome(reading.of(APPOINTMENTS, List.of(ADA, BOB), partner), BOB_KEY))
                .isEqualTo(Outcome.INVALID_ANSWER);
    }

    @Test
    void aListThatWasCutShortIsPartial() {
        var partner = FakePartner.named("trust")
                .reading(_ -> Flux.just(new PersonReply.Found(
                        ADA_KEY, List.of(), new Extent(DateWindow.ALWAYS, List.of(), true), null, List.of())));

        assertThat(outcome(reading.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY))
                .isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void oneUnreadableRecordMakesTheAnswerPartialAndKeepsTheRest() {
        var partner = FakePartner.named("trust")
                .reading(_ -> Flux.just(new PersonReply.Found(
                        ADA_KEY,
                        List.<Entry>of(appointment("a1", ADA, NOON)),
                        Extent.whole(DateWindow.ALWAYS),
                        null,
                        List.of(new Rejection("Appointment", "start is missing")))));

        var source = source(reading.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY);

        assertThat(source.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(source.entries()).hasSize(1);
        assertThat(source.rejected()).isEqualTo(1);
    }

    @Test
    void aDefectiveAdapterCostsItsOwnPartnerOnly() {
        var council = FakePartner.named("council").reading(_ -> Flux.just(found(ADA_KEY)));
        var trust = FakePartner.named("trust").reading(_ -> {
            throw new IllegalStateException("a defect that may name 9990000018");
        });

        var answer = answer(reading.of(APPOINTMENTS, List.of(ADA), council, trust), ADA_KEY);

        assertThat(answer.sources())
                .extracting(SourceAnswer::outcome)
                .containsExactly(Outcome.ANSWERED, Outcome.INVALID_ANSWER);
    }

    @Test
    void aPartnerIsNotAskedForWhatItDoesNotOffer() {
        var partner = FakePartner.named("trust").offering(STAYS);

        assertThat(outcome(reading.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY))
                .isEqualTo(Outcome.NOT_OFFERED);
        assertThat(partner.reads()).isEmpty();
    }

    @Test
    void whatTheRoleMayNotSeeIsNeverRead() {
        var partner = FakePartner.named("trust");
        var linkWorker = new Reading(CallerRole.LINK_WORKER);

        assertThat(outcome(linkWorker.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY))
                .isEqualTo(Outcome.WITHHELD);
        assertThat(partner.reads()).isEmpty();
        assertThat(linkWorker.audited()).contains("Denial SECTION_NOT_FOR_ROLE");
    }

    @Test
    void aPartnerWithLocalIdsIsAskedForThePersonOnceAndThenByItsOwnId() {
        var partner = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("ada-1"), Records.bornOn(ADA, "1950-01-01"))))
                .reading(_ -> Flux.just(found(ADA_KEY)));

        reading.of(APPOINTMENTS, List.of(ADA), partner);

        assertThat(partner.lookups()).isEqualTo(1);
        assertThat(partner.reads().getFirst().subjects().getFirst().localId()).isEqualTo(new LocalId("ada-1"));
        assertThat(reading.audited()).contains("Lookup TIED");
    }

    @Test
    void aPartnerThatNamesSomebodyElseIsTiedToNobody() {
        var partner = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("bob-1"), Records.bornOn(BOB, "1950-01-01"))));

        assertThat(outcome(reading.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY))
                .isEqualTo(Outcome.INVALID_ANSWER);
        assertThat(partner.reads()).isEmpty();
        assertThat(reading.audited()).contains("SecurityEvent LOOKUP_OF_ANOTHER_PERSON");
    }

    @Test
    void aPartnerThatCouldNotLookThePersonUpIsNotTakenForNotKnowingThem() {
        var partner = FakePartner.named("trust")
                .locating(_ -> Mono.error(new PartnerException(Fault.UNAVAILABLE, "HTTP 503")));

        assertThat(outcome(reading.of(APPOINTMENTS, List.of(ADA), partner), ADA_KEY))
                .isEqualTo(Outcome.UNAVAILABLE);
    }

    @Test
    void whenTheClientLeavesEveryCallUnderWayIsCancelledAndNothingIsAnswered() {
        var trust = FakePartner.named("trust").reading(_ -> Flux.never());

        StepVerifier.create(reading.begin(APPOINTMENTS, List.of(ADA), trust))
                .expectSubscription()
                .then(reading::abandon)
                .expectNoEvent(Duration.ofMillis(50))
                .thenCancel()
                .verify();
        assertThat(trust.cancelled()).isEqualTo(1);
    }

    @Test
    void whatIsReleasedIsInTheAuditBatch() {
        var partner = FakePartner.named("trust").reading(_ -> Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON))));

        reading.of(APPOINTMENTS, List.of(ADA), partner);

        assertThat(reading.audited()).containsExactly("Disclosure APPOINTMENTS trust ANSWERED [a1]");
    }

    private static Outcome outcome(Map<PersonKey, SectionAnswer> answers, PersonKey person) {
        return source(answers, person).outcome();
    }

    private static SourceAnswer source(Map<PersonKey, SectionAnswer> answers, PersonKey person) {
        return answer(answers, person).sources().getFirst();
    }

    private static SectionAnswer answer(Map<PersonKey, SectionAnswer> answers, PersonKey person) {
        return Objects.requireNonNull(answers.get(person));
    }
}
