package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.gateway.testing.Records.BOB_KEY;
import static care.weft.gateway.testing.Records.NOON;
import static care.weft.gateway.testing.Records.appointment;
import static care.weft.gateway.testing.Records.atHome;
import static care.weft.gateway.testing.Records.bornOn;
import static care.weft.gateway.testing.Records.found;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.testing.FakePartner;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.Subject;
import care.weft.spi.Traced;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The register says who is meant before any other partner is asked. */
class RegisterTests {

    private static final Endpoint ELM_BANK = new Endpoint("P99001", URI.create("http://127.0.0.1:2/P99001"));

    private final Reading reading = new Reading(CallerRole.GP);

    @Test
    void everyPartnerIsAskedByTheNumberInForce() {
        var register = Reading.registerOf(atHome(BOB, "P99001", false));
        var trust = FakePartner.named("trust").reading(_ -> Flux.just(found(BOB_KEY, appointment("b1", BOB, NOON))));

        var answers = reading.of(APPOINTMENTS, List.of(ADA), register, trust);

        assertThat(answers).containsOnlyKeys(BOB_KEY);
        assertThat(trust.reads().getFirst().subjects()).containsExactly(new Subject(BOB_KEY, BOB, null));
        assertThat(Reading.outcomes(answers, BOB_KEY)).containsEntry("trust", Outcome.ANSWERED);
    }

    @Test
    void aPartnerThatStillHasTheSupersededNumberIsTiedByIt() {
        var register = Reading.registerOf(atHome(BOB, "P99001", false));
        var council = FakePartner.named("council")
                .locating(request -> Mono.just(
                        request.nhsNumber().equals(ADA)
                                ? new Located.Known(new LocalId("ada-1"), atHome(ADA, "P99001", false))
                                : new Located.NotKnown()))
                .reading(_ -> Flux.just(found(BOB_KEY, appointment("a1", ADA, NOON))));

        var answers = reading.of(APPOINTMENTS, List.of(ADA), register, council);

        assertThat(council.reads().getFirst().subjects())
                .containsExactly(new Subject(BOB_KEY, ADA, new LocalId("ada-1")));
        assertThat(Reading.outcomes(answers, BOB_KEY)).containsEntry("council", Outcome.ANSWERED);
    }

    @Test
    void whoeverHasTheOldNumberAndAnotherDateOfBirthIsNotTakenForThePerson() {
        var register = Reading.registerOf(atHome(BOB, "P99001", false));
        var council = FakePartner.named("council")
                .locating(request -> Mono.just(
                        request.nhsNumber().equals(ADA)
                                ? new Located.Known(new LocalId("ada-1"), bornOn(ADA, "1971-05-05"))
                                : new Located.NotKnown()));

        assertThat(Reading.outcomes(reading.of(APPOINTMENTS, List.of(ADA), register, council), BOB_KEY))
                .containsEntry("council", Outcome.NOT_LINKED);
        assertThat(council.reads()).isEmpty();
    }

    @Test
    void aWithdrawnNumberIsAskedOfNobody() {
        var register = FakePartner.named("register").tracing(_ -> Mono.just(new Traced.Invalidated()));
        var trust = FakePartner.named("trust");
        var practices = FakePartner.named("gp").routing(_ -> Mono.just(ELM_BANK));

        var answers = reading.of(APPOINTMENTS, List.of(ADA), register, trust, practices);

        assertThat(Reading.outcomes(answers, ADA_KEY).values()).containsOnly(Outcome.NOT_LINKED);
        assertThat(trust.reads()).isEmpty();
        assertThat(practices.reads()).isEmpty();
    }

    @Test
    void aPracticeIsAskedAtItsOwnAddress() {
        var register = Reading.registerOf(atHome(ADA, "P99001", false));
        var practices = FakePartner.named("gp")
                .routing(request -> "P99001".equals(request.practice()) ? Mono.just(ELM_BANK) : Mono.empty())
                .reading(_ -> Flux.just(found(ADA_KEY)));

        reading.of(APPOINTMENTS, List.of(ADA), register, practices);

        assertThat(practices.reads().getFirst().endpoint()).isEqualTo(ELM_BANK);
    }

    @Test
    void peopleOfTwoPracticesAreNeverInOneCall() {
        var register = FakePartner.named("register")
                .tracing(request -> Mono.just(new Traced.Known(
                        request.nhsNumber(),
                        atHome(request.nhsNumber(), request.nhsNumber().equals(ADA) ? "P99001" : "P99002", false))));
        var practices = FakePartner.named("gp")
                .askedForAtMost(10)
                .routing(request -> Mono.just(
                        new Endpoint(request.practice(), URI.create("http://127.0.0.1:2/" + request.practice()))))
                .reading(request -> Flux.fromIterable(request.subjects()).map(subject -> found(subject.key())));

        reading.of(APPOINTMENTS, List.of(ADA, BOB), register, practices);

        assertThat(practices.reads())
                .extracting(read -> read.endpoint().id())
                .containsExactlyInAnyOrder("P99001", "P99002");
    }

    @Test
    void aPracticeThatThePartnerDoesNotReachIsNotTakenForKnowingNothing() {
        var register = Reading.registerOf(atHome(ADA, "Y99999", false));
        var practices = FakePartner.named("gp").routing(_ -> Mono.empty());

        assertThat(Reading.outcomes(reading.of(APPOINTMENTS, List.of(ADA), register, practices), ADA_KEY))
                .containsEntry("gp", Outcome.NOT_LINKED);
    }

    @Test
    void thatARestrictedPersonsNumberReplacedAnotherIsNotTold() {
        var register = Reading.registerOf(atHome(BOB, "P99001", true));
        var trust = FakePartner.named("trust").reading(_ -> {
            throw new AssertionError("It was asked");
        });

        var answers = reading.of(APPOINTMENTS, List.of(ADA), register, trust);

        assertThat(answers).containsOnlyKeys(ADA_KEY);
        assertThat(Reading.outcomes(answers, ADA_KEY)).containsEntry("trust", Outcome.NOT_LINKED);
    }

    @Test
    void theRegistersWordIsKeptForAShortTimeAndItsSilenceIsNot() {
        var silent = new boolean[] {true};
        var register = FakePartner.named("register")
                .tracing(_ -> silent[0]
                        ? Mono.error(new PartnerException(Fault.TIMED_OUT, "no whole answer in time"))
                        : Mono.just(new Traced.Known(ADA, atHome(ADA, "P99001", false))));
        var waist = Reading.Waist.of(Duration.ofMinutes(1), register);

        assertThat(identify(waist).register()).isInstanceOf(OnRegister.Unanswered.class);
        silent[0] = false;
        assertThat(identify(waist).register())
                .isInstanceOfSatisfying(
                        OnRegister.Known.class, word -> assertThat(word.kept()).isFalse());
        assertThat(identify(waist).register())
                .isInstanceOfSatisfying(
                        OnRegister.Known.class, word -> assertThat(word.kept()).isTrue());
        assertThat(register.lookups()).isEqualTo(2);
    }

    /** Asked for by the number that another superseded, purged by the one in force. */
    @Test
    void whatIsUnderWayWhenAPersonIsPurgedIsNotKept() {
        var slow = Sinks.<Traced>one();
        var register = FakePartner.named("register").tracing(_ -> slow.asMono());
        var waist = Reading.Waist.of(Duration.ofMinutes(1), register);
        var underWay = waist.identification()
                .of(new Reading(CallerRole.GP).operation(), ADA)
                .toFuture();

        assertThat(waist.cache().forget(BOB.value(), null, null).getStatus()).isEqualTo(200);
        slow.tryEmitValue(new Traced.Known(BOB, atHome(BOB, "P99001", false))).orThrow();

        assertThat(underWay).isCompleted();
        assertThat(identify(waist).register())
                .isInstanceOfSatisfying(
                        OnRegister.Known.class, word -> assertThat(word.kept()).isFalse());
    }

    @Test
    void aPartnerWithLocalIdsIsNotLookedUpForASectionThatItDoesNotOffer() {
        var trust = FakePartner.named("trust").offering(Section.STAYS).locating(_ -> {
            throw new AssertionError("It was looked up");
        });

        assertThat(Reading.outcomes(reading.of(APPOINTMENTS, List.of(ADA), trust), ADA_KEY))
                .containsEntry("trust", Outcome.NOT_OFFERED);
    }

    private static Identified identify(Reading.Waist waist) {
        return Objects.requireNonNull(waist.identification()
                .of(new Reading(CallerRole.GP).operation(), ADA)
                .block(Duration.ofSeconds(5)));
    }
}
