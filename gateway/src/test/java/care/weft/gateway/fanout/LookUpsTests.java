package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.fanout.Reading.Waist;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** By which of its people a partner knows a number: asked once for all who ask at the same time, and anew for whoever asks later. */
class LookUpsTests {

    private static final Located ADA_THERE = new Located.Known(new LocalId("ada-1"), Records.bornOn(ADA, "1950-01-01"));

    private final Sinks.One<Located> slow = Sinks.one();
    private final FakePartner partner = FakePartner.named("trust")
            .locating(_ -> slow.asMono())
            .reading(request -> Flux.fromIterable(request.subjects()).map(subject -> Records.found(subject.key())));
    private final Waist waist = Waist.of(Duration.ZERO, partner);

    private CompletableFuture<@Nullable Outcome> ask(Reading reading, NhsNumber person) {
        return reading.begin(waist, APPOINTMENTS, List.of(person))
                .map(answers -> Objects.requireNonNull(
                                answers.values().iterator().next())
                        .sources()
                        .getFirst()
                        .outcome())
                .toFuture();
    }

    @Test
    void whoAskAtTheSameTimeShareOneAndWhoAsksLaterDoesNot() {
        var first = ask(new Reading(CallerRole.GP), ADA);
        var second = ask(new Reading(CallerRole.NURSE), ADA);
        assertThat(partner.lookups()).isEqualTo(1);

        slow.tryEmitValue(ADA_THERE).orThrow();

        assertThat(first).isCompletedWithValue(Outcome.ANSWERED);
        assertThat(second).isCompletedWithValue(Outcome.ANSWERED);
        assertThat(ask(new Reading(CallerRole.GP), ADA)).isCompletedWithValue(Outcome.ANSWERED);
        assertThat(partner.lookups()).isEqualTo(2);
    }

    @Test
    void eachIsAuditedForWhomItIs() {
        var first = new Reading(CallerRole.GP);
        var second = new Reading(CallerRole.GP);
        var _ = ask(first, ADA);
        var _ = ask(second, ADA);
        slow.tryEmitValue(ADA_THERE).orThrow();

        assertThat(first.audited()).contains("Lookup TIED");
        assertThat(second.audited()).contains("Lookup TIED");
    }

    @Test
    void aBrokenOneIsToldToEveryoneAndToTheAuditOfEach() {
        var first = new Reading(CallerRole.GP);
        var second = new Reading(CallerRole.GP);
        var answers = List.of(ask(first, ADA), ask(second, ADA));

        slow.tryEmitValue(new Located.Known(new LocalId("bob-1"), Records.bornOn(BOB, "1950-01-01")))
                .orThrow();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(Outcome.INVALID_ANSWER));
        assertThat(first.audited()).contains("SecurityEvent LOOKUP_OF_ANOTHER_PERSON");
        assertThat(second.audited()).contains("SecurityEvent LOOKUP_OF_ANOTHER_PERSON");
    }

    @Test
    void aFailureIsEverybodysAndIsNotKept() {
        var first = ask(new Reading(CallerRole.GP), ADA);
        var second = ask(new Reading(CallerRole.GP), ADA);

        slow.tryEmitError(new PartnerException(Fault.UNAVAILABLE, "HTTP 503")).orThrow();

        assertThat(first).isCompletedWithValue(Outcome.UNAVAILABLE);
        assertThat(second).isCompletedWithValue(Outcome.UNAVAILABLE);
        partner.locating(_ -> Mono.just(ADA_THERE));
        assertThat(ask(new Reading(CallerRole.GP), ADA)).isCompletedWithValue(Outcome.ANSWERED);
    }

    @Test
    void otherPeopleAreOtherQuestions() {
        var _ = ask(new Reading(CallerRole.GP), ADA);
        var _ = ask(new Reading(CallerRole.GP), BOB);

        assertThat(partner.lookups()).isEqualTo(2);
    }

    @Test
    void whoeverWantsToReadAnewJoinsNothing() {
        var _ = ask(new Reading(CallerRole.GP), ADA);
        var _ = ask(new Reading(Records.caller(CallerRole.GP), Duration.ofMinutes(1), true), ADA);

        assertThat(partner.lookups()).isEqualTo(2);
    }

    @Test
    void whereThePartnerSeesTheUserNobodyJoinsAnother() {
        var seeing = FakePartner.named("trust").locating(_ -> slow.asMono()).seeingTheUser();
        var waist = Waist.of(Duration.ZERO, seeing);
        new Reading(CallerRole.GP).begin(waist, APPOINTMENTS, List.of(ADA)).subscribe();
        new Reading(CallerRole.GP).begin(waist, APPOINTMENTS, List.of(ADA)).subscribe();
        assertThat(seeing.lookups()).as("one user, twice").isEqualTo(1);

        new Reading(CallerRole.NURSE).begin(waist, APPOINTMENTS, List.of(ADA)).subscribe();
        assertThat(seeing.lookups()).as("another").isEqualTo(2);
    }

    @Test
    void oneWhoLeavesTakesNothingFromTheOthersAndTheLastEndsIt() {
        var leaving = new Reading(CallerRole.GP);
        var left = ask(leaving, ADA);
        var staying = new Reading(CallerRole.GP);
        var stays = ask(staying, ADA);

        leaving.abandon();
        assertThat(partner.cancelled()).isZero();
        assertThat(left).isNotDone();
        staying.abandon();

        assertThat(partner.cancelled()).isEqualTo(1);
        assertThat(stays).isNotDone();
    }

    @Test
    void whoHasMoreTimeThanTheOneWhoBeganAsksOnceMore() {
        var hurried = new Reading(Records.caller(CallerRole.GP), Duration.ofMillis(100), false);
        var first = ask(hurried, ADA);
        var second = ask(new Reading(CallerRole.GP), ADA);

        assertThat(first).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Outcome.TIMED_OUT);
        slow.tryEmitValue(ADA_THERE).orThrow();

        assertThat(second).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(Outcome.ANSWERED);
        assertThat(partner.lookups()).isEqualTo(2);
    }
}
