package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.gateway.testing.Records.NOON;
import static care.weft.gateway.testing.Records.appointment;
import static care.weft.gateway.testing.Records.caller;
import static care.weft.gateway.testing.Records.found;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.cache.CacheSettings;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.gateway.testing.SettableClock;
import care.weft.spi.Located;
import care.weft.spi.PersonReply;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** An answer that was read for one operation serves another only when it may, says so, and is never taken for somebody else's. */
class AnswersTests {

    private static final CacheSettings A_MINUTE = new CacheSettings(Duration.ofMinutes(1), 1_000, Map.of());

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger version = new AtomicInteger();
    private final FakePartner trust = FakePartner.named("trust")
            .reading(request -> Flux.fromIterable(request.subjects())
                    .map(subject -> found(
                            subject.key(),
                            appointment(
                                    "a" + version.incrementAndGet(),
                                    Objects.requireNonNull(subject.nhsNumber()),
                                    NOON))));

    @Test
    void whatWasReadAWhileAgoServesTheNextWhoMaySeeTheSameAndSaysSo() {
        var waist = waist(A_MINUTE);

        var first = gp().through(waist, APPOINTMENTS, ADA);
        clock.forward(Duration.ofSeconds(59));
        var second = gp().through(waist, APPOINTMENTS, ADA);

        assertThat(first.freshness()).isEqualTo(Freshness.LIVE);
        assertThat(second.freshness()).isEqualTo(Freshness.CACHED);
        assertThat(second.entries()).isEqualTo(first.entries());
        assertThat(second.retrievedAt()).isEqualTo(first.retrievedAt());
        assertThat(trust.reads()).hasSize(1);
    }

    @Test
    void afterItsTimeItIsReadAnew() {
        var waist = waist(A_MINUTE);
        gp().through(waist, APPOINTMENTS, ADA);

        clock.forward(Duration.ofMinutes(1));

        assertThat(Reading.ids(gp().through(waist, APPOINTMENTS, ADA))).containsExactly("a2");
    }

    @Test
    void anAnswerOfTheFutureIsReadAnewForItsAgeIsNotKnown() {
        var waist = waist(A_MINUTE);
        gp().through(waist, APPOINTMENTS, ADA);

        clock.forward(Duration.ofHours(-1));

        assertThat(Reading.ids(gp().through(waist, APPOINTMENTS, ADA))).containsExactly("a2");
    }

    @Test
    void whoeverAsksForWhatIsSaidNowGetsItAndSoDoThoseWhoComeLater() {
        var waist = waist(A_MINUTE);
        gp().through(waist, APPOINTMENTS, ADA);

        var anew = new Reading(caller(CallerRole.GP), Duration.ofMinutes(1), true).through(waist, APPOINTMENTS, ADA);

        assertThat(Reading.ids(anew)).containsExactly("a2");
        assertThat(anew.freshness()).isEqualTo(Freshness.LIVE);
        assertThat(Reading.ids(gp().through(waist, APPOINTMENTS, ADA))).containsExactly("a2");
    }

    @Test
    void nobodyIsServedWithAnybodyElses() {
        var waist = waist(A_MINUTE);
        gp().through(waist, APPOINTMENTS, ADA);

        assertThat(Reading.ids(gp().through(waist, APPOINTMENTS, BOB))).containsExactly("a2");
    }

    @Test
    void callersWithOtherRightsAreNotServedWithTheSame() {
        var waist = waist(A_MINUTE);
        gp().through(waist, APPOINTMENTS, ADA);

        assertThat(Reading.ids(new Reading(CallerRole.NURSE).through(waist, APPOINTMENTS, ADA)))
                .containsExactly("a2");
    }

    @Test
    void whereThePartnerMustSeeTheUserNoUserIsServedWithWhatAnotherGot() {
        var gp = FakePartner.named("gp")
                .seeingTheUser()
                .reading(request ->
                        Flux.just(found(ADA_KEY, appointment(request.actor().id(), ADA, NOON))));
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, gp);

        for (var user : List.of("u1", "u2", "u1")) {
            assertThat(Reading.ids(
                            new Reading(named(user), Duration.ofMinutes(1), false).through(waist, APPOINTMENTS, ADA)))
                    .containsExactly(user);
        }
        assertThat(gp.reads()).hasSize(2);
    }

    /** A mark that somebody may not be found must not be late by what is kept. */
    @ParameterizedTest
    @EnumSource(
            value = Section.class,
            names = {"DEMOGRAPHICS", "RELATIONSHIPS"})
    void whoSomebodyIsAndWhoDecidesForThemIsAskedAnewEachTime(Section section) {
        var partner = FakePartner.named("trust").reading(_ -> Flux.just(found(ADA_KEY)));
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);

        gp().through(waist, section, ADA);
        gp().through(waist, section, ADA);

        assertThat(partner.reads()).hasSize(2);
    }

    @Test
    void whoIsFoundByAnotherIdNowIsNotServedWithWhatWasReadByTheOld() {
        var localId = new AtomicReference<>("ada-1");
        var partner = FakePartner.named("trust")
                .locating(_ ->
                        Mono.just(new Located.Known(new LocalId(localId.get()), Records.bornOn(ADA, "1950-01-01"))))
                .reading(request -> Flux.just(found(
                        ADA_KEY,
                        appointment("of " + request.subjects().getFirst().localId(), ADA, NOON))));
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        gp().through(waist, APPOINTMENTS, ADA);

        localId.set("ada-2");

        assertThat(Reading.ids(gp().through(waist, APPOINTMENTS, ADA))).hasSize(1);
        assertThat(partner.reads()).hasSize(2);
    }

    @Test
    void afterAPurgeNothingIsLeftOfAPersonAndNothingUnderWayIsKept() {
        var slow = Sinks.<PersonReply>one();
        var first = new AtomicBoolean(true);
        var partner = FakePartner.named("trust")
                .reading(_ -> first.getAndSet(false)
                        ? slow.asMono().flux()
                        : Flux.just(found(ADA_KEY, appointment("new", ADA, NOON))));
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        var underWay = gp().begin(waist, APPOINTMENTS, List.of(ADA)).toFuture();

        var _ = waist.cache().forget("999 000 0018", null, null);
        slow.tryEmitValue(found(ADA_KEY, appointment("old", ADA, NOON))).orThrow();

        assertThat(underWay).isCompleted();
        assertThat(Reading.ids(gp().through(waist, APPOINTMENTS, ADA))).containsExactly("new");
        assertThat(waist.cache().forget(ADA.value(), null, null).getBody()).isEqualTo(Map.of("forgotten", 1));
        assertThat(waist.cache().forget(ADA.value(), null, null).getBody()).isEqualTo(Map.of("forgotten", 0));
    }

    @Test
    void whoIsToBeForgottenMustBeSaidRightly() {
        var cache = waist(A_MINUTE).cache();

        assertThat(cache.forget("999 000 0019", null, null).getBody())
                .isEqualTo(Map.of("error", "'nhsNumber' is not a valid NHS number: check its ten digits."));
        assertThat(cache.forget(null, "trust", null).getStatus()).isEqualTo(400);
        assertThat(cache.forget(null, "No Partner!", "1").getStatus()).isEqualTo(400);
        assertThat(cache.forget(null, "trust", "1").getStatus()).isEqualTo(200);
    }

    @Test
    void twoWhoAskAtOnceAreOneReadAndBothAreAudited() {
        var slow = Sinks.<PersonReply>one();
        var partner = FakePartner.named("trust").reading(_ -> slow.asMono().flux());
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        var one = gp();
        var other = gp();
        var first = one.begin(waist, APPOINTMENTS, List.of(ADA)).toFuture();
        var second = other.begin(waist, APPOINTMENTS, List.of(ADA)).toFuture();

        slow.tryEmitValue(found(ADA_KEY, appointment("a1", BOB, NOON))).orThrow();

        assertThat(partner.reads()).hasSize(1);
        for (var answer : List.of(first.join(), second.join())) {
            assertThat(adas(answer).outcome()).isEqualTo(Outcome.INVALID_ANSWER);
        }
        for (var reading : List.of(one, other)) {
            assertThat(reading.audited())
                    .containsExactly(
                            "SecurityEvent RECORD_OF_ANOTHER_PERSON",
                            "Disclosure APPOINTMENTS trust INVALID_ANSWER []");
        }
        assertThat(waist.metrics().get("weft.partner.breaches").counter().count())
                .isEqualTo(1);
    }

    @Test
    void aReadGoesOnForTheOthersWhenTheOneWhoBeganItLeaves() {
        var slow = Sinks.<PersonReply>one();
        var partner = FakePartner.named("trust").reading(_ -> slow.asMono().flux());
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        var one = gp();
        var other = gp();
        one.begin(waist, APPOINTMENTS, List.of(ADA)).subscribe();
        var second = other.begin(waist, APPOINTMENTS, List.of(ADA)).toFuture();

        one.abandon();
        assertThat(partner.cancelled()).isZero();
        slow.tryEmitValue(found(ADA_KEY, appointment("a1", ADA, NOON))).orThrow();

        assertThat(Reading.ids(adas(second.join()))).containsExactly("a1");
    }

    @Test
    void aReadEndsWhenTheLastWhoWaitForItHaveLeft() {
        var partner = FakePartner.named("trust").reading(_ -> Flux.never());
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        var one = gp();
        var other = gp();
        one.begin(waist, APPOINTMENTS, List.of(ADA)).subscribe();
        other.begin(waist, APPOINTMENTS, List.of(ADA)).subscribe();

        one.abandon();
        other.abandon();

        assertThat(partner.cancelled()).isEqualTo(1);
    }

    @Test
    void whoeverHasMoreTimeThanTheOneWhoBeganARead() {
        var reads = new AtomicInteger();
        var partner = FakePartner.named("trust")
                .reading(_ -> reads.incrementAndGet() == 1
                        ? Flux.never()
                        : Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON))));
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        var hurried = new Reading(caller(CallerRole.GP), Duration.ofMillis(200), false)
                .begin(waist, APPOINTMENTS, List.of(ADA))
                .toFuture();

        var patient = gp().through(waist, APPOINTMENTS, ADA);

        assertThat(patient.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(adas(hurried.join()).outcome()).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void aBatchAsksOnlyForThoseWhoAreNotKnown() {
        var partner = FakePartner.named("trust")
                .askedForAtMost(10)
                .reading(request -> Flux.fromIterable(request.subjects()).map(subject -> found(subject.key())));
        var waist = Reading.Waist.of(Duration.ZERO, A_MINUTE, clock, partner);
        gp().through(waist, APPOINTMENTS, ADA);

        var both = gp().begin(waist, APPOINTMENTS, List.of(ADA, BOB)).block(Duration.ofSeconds(5));

        assertThat(both).hasSize(2);
        assertThat(partner.reads().getLast().subjects()).hasSize(1);
        assertThat(partner.reads().getLast().subjects().getFirst().nhsNumber()).isEqualTo(BOB);
    }

    private Reading.Waist waist(CacheSettings settings) {
        return Reading.Waist.of(Duration.ZERO, settings, clock, trust);
    }

    private static SourceAnswer adas(Map<PersonKey, SectionAnswer> answers) {
        return Objects.requireNonNull(answers.get(ADA_KEY)).sources().getFirst();
    }

    private static Reading gp() {
        return new Reading(CallerRole.GP);
    }

    private static Caller named(String id) {
        return new Caller(id, "https://issuer.example", "A User", Set.of(CallerRole.GP), null, List.of(), null);
    }
}
