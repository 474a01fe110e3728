package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.NOON;
import static care.weft.gateway.testing.Records.appointment;
import static care.weft.gateway.testing.Records.found;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.cache.CacheSettings;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.gateway.testing.SettableClock;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.Section;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** While a partner fails, what it said earlier is shown where that was agreed, as what it is, and no longer than agreed. */
class StaleAnswersTests {

    private static final CacheSettings A_MINUTE = settings(Map.of());
    private static final CacheSettings STALE_FOR_AN_HOUR =
            settings(Map.of("trust", Map.of(APPOINTMENTS, Duration.ofHours(1))));

    private final SettableClock clock = new SettableClock();
    private final AtomicBoolean down = new AtomicBoolean();
    private final FakePartner trust = FakePartner.named("trust")
            .reading(_ -> Flux.just(
                    down.get()
                            ? new PersonReply.Failed(ADA_KEY, Fault.UNAVAILABLE)
                            : found(ADA_KEY, appointment("a1", ADA, NOON))));

    @ParameterizedTest
    @EnumSource(
            value = Section.class,
            names = {"DEMOGRAPHICS", "RELATIONSHIPS"})
    void theyCannotBeSetToBeShownStale(Section section) {
        assertThatThrownBy(() -> settings(Map.of("trust", Map.of(section, Duration.ofMinutes(5)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Setting weft.cache.stale-while-error.trust." + section
                        + " is for a section that is never shown stale: remove it");
    }

    @Test
    void aStaleLimitForNobodyStopsTheStart() {
        assertThatThrownBy(() -> waist(settings(Map.of("trsut", Map.of(APPOINTMENTS, Duration.ofMinutes(5))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weft.cache.stale-while-error.trsut names a partner that is not configured");
    }

    @Test
    void whileThePartnerFailsWhatItSaidIsShownAsStaleAndTheFailureIsSaid() {
        var waist = waist(STALE_FOR_AN_HOUR);
        var before = gp().through(waist, APPOINTMENTS, ADA);

        down.set(true);
        clock.forward(Duration.ofMinutes(30));
        var after = gp().through(waist, APPOINTMENTS, ADA);

        assertThat(after.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(after.freshness()).isEqualTo(Freshness.STALE);
        assertThat(after.entries()).isEqualTo(before.entries());
        assertThat(after.retrievedAt()).isEqualTo(before.retrievedAt());
    }

    @Test
    void beyondItsLimitNothingStaleIsShown() {
        var waist = waist(STALE_FOR_AN_HOUR);
        gp().through(waist, APPOINTMENTS, ADA);

        down.set(true);
        clock.forward(Duration.ofMinutes(61));
        var after = gp().through(waist, APPOINTMENTS, ADA);

        assertThat(after.outcome()).isEqualTo(Outcome.UNAVAILABLE);
        assertThat(after.entries()).isEmpty();
        assertThat(after.freshness()).isNull();
    }

    @Test
    void withoutALimitNothingStaleIsShown() {
        var waist = waist(A_MINUTE);
        gp().through(waist, APPOINTMENTS, ADA);

        down.set(true);
        clock.forward(Duration.ofMinutes(1));

        assertThat(gp().through(waist, APPOINTMENTS, ADA).entries()).isEmpty();
    }

    /** A partner that lies, refuses or no longer knows the person is believed, or not: but it is not taken for one that is down. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"INVALID_ANSWER", "REFUSED"})
    void whatIsNoOutageShowsNothingStaleAndForgetsWhatWasSaid(Fault fault) {
        var answers = new AtomicReference<PersonReply>(found(ADA_KEY, appointment("a1", ADA, NOON)));
        var partner = FakePartner.named("trust").reading(_ -> Flux.just(answers.get()));
        var waist = Reading.Waist.of(Duration.ZERO, STALE_FOR_AN_HOUR, clock, partner);
        gp().through(waist, APPOINTMENTS, ADA);
        clock.forward(Duration.ofMinutes(2));

        answers.set(new PersonReply.Failed(ADA_KEY, fault));
        assertThat(gp().through(waist, APPOINTMENTS, ADA).entries()).isEmpty();
        answers.set(new PersonReply.Failed(ADA_KEY, Fault.UNAVAILABLE));
        assertThat(gp().through(waist, APPOINTMENTS, ADA).entries()).isEmpty();
    }

    @Test
    void whomThePartnerCannotBeAskedForIsShownStaleToo() {
        var partner = FakePartner.named("trust")
                .locating(_ -> down.get()
                        ? Mono.error(new PartnerException(Fault.TIMED_OUT, "no whole answer in time"))
                        : Mono.just(new Located.Known(new LocalId("ada-1"), Records.bornOn(ADA, "1950-01-01"))))
                .reading(_ -> Flux.just(found(ADA_KEY, appointment("a1", ADA, NOON))));
        var waist = Reading.Waist.of(Duration.ZERO, STALE_FOR_AN_HOUR, clock, partner);
        gp().through(waist, APPOINTMENTS, ADA);

        down.set(true);
        clock.forward(Duration.ofMinutes(2));
        var after = gp().through(waist, APPOINTMENTS, ADA);

        assertThat(after.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(after.freshness()).isEqualTo(Freshness.STALE);
        assertThat(Reading.ids(after)).containsExactly("a1");
    }

    private static CacheSettings settings(Map<String, Map<Section, Duration>> stale) {
        return new CacheSettings(Duration.ofMinutes(1), 1_000, stale);
    }

    private Reading.Waist waist(CacheSettings settings) {
        return Reading.Waist.of(Duration.ZERO, settings, clock, trust);
    }

    private static Reading gp() {
        return new Reading(CallerRole.GP);
    }
}
