package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AdmissionTests {

    private static final long LATE = Duration.ofMillis(200).toNanos();
    private static final long IN_TIME = Duration.ofMillis(100).toNanos();

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Admission admission =
            new Admission(new AdmissionSettings(20, 10, 30, Duration.ofMillis(150), 8), metrics);

    @Test
    void whatIsOverTheLimitIsRefusedAtOnceAndNeverBegun() {
        underWay(20);
        var begun = new boolean[1];

        StepVerifier.create(admission.admit(false, Mono.fromRunnable(() -> begun[0] = true)))
                .verifyError(Overloaded.class);

        assertThat(begun[0]).isFalse();
        assertThat(metrics.counter("weft.operations.refused").count()).isEqualTo(1);
    }

    @Test
    void listsAreRefusedWhileThereIsRoomForSinglePeople() {
        underWay(13);

        StepVerifier.create(admission.admit(true, Mono.just("a list"))).verifyError(Overloaded.class);
        StepVerifier.create(admission.admit(false, Mono.just("a person")))
                .expectNext("a person")
                .verifyComplete();
    }

    @Test
    void whoeverEndsFailsOrLeavesMakesRoom() {
        var running = underWay(17);
        StepVerifier.create(admission.admit(false, Mono.just("ends")))
                .expectNext("ends")
                .verifyComplete();
        StepVerifier.create(admission.admit(false, Mono.error(new IllegalStateException("fails"))))
                .verifyError(IllegalStateException.class);

        running.forEach(Disposable::dispose);

        StepVerifier.create(Mono.zip(
                        admission.admit(true, Mono.just("a list")), admission.admit(true, Mono.just("another"))))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void theLimitFallsWhileEventLoopsAreLateButNeverBelowTheLeast() {
        admission.late(LATE, 0);
        assertThat(admission.limit()).isEqualTo(18);

        for (int i = 0; i < 50; i++) {
            admission.late(LATE, 0);
        }
        assertThat(admission.limit()).isEqualTo(10);
    }

    @Test
    void theLimitRisesWhileItIsUsedAndEventLoopsAreInTime() {
        admission.late(0, 0);
        assertThat(admission.limit()).as("not used").isEqualTo(20);

        underWay(15);
        admission.late(0, IN_TIME);
        assertThat(admission.limit())
                .as("processors that have no time, and catch up")
                .isEqualTo(21);

        admission.late(IN_TIME, 0);
        assertThat(admission.limit()).as("just in time").isEqualTo(22);

        admission.late(0, 0);
        assertThat(admission.limit()).as("with time to spare, up to the most").isEqualTo(30);
    }

    /** Five hundred people a second, each of whom waits some seconds for a partner that hangs. */
    @Test
    void aNodeWithTimeRefusesNobodyHoweverSoonManyWait() {
        var large = new Admission(new AdmissionSettings(64, 16, 2_000, Duration.ofMillis(300), 8), metrics);

        for (int tell = 0; tell < 60; tell++) {
            for (int person = 0; person < 25; person++) {
                large.admit(false, Mono.never()).subscribe();
            }
            large.late(Duration.ofMillis(40).toNanos(), 0);
        }

        assertThat(large.underWay()).isEqualTo(60 * 25);
        assertThat(metrics.counter("weft.operations.refused").count()).isZero();
    }

    @Test
    void anEventLoopThatIsLateLowersItAsProcessorsDo() {
        underWay(15);
        admission.late(0, LATE);
        assertThat(admission.limit()).isEqualTo(18);
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmissionSettings(5, 10, 30, Duration.ofMillis(150), 8))
                .withMessageContaining("weft.web.admission.least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmissionSettings(20, 10, 30, Duration.ZERO, 8))
                .withMessageContaining("weft.web.admission.lateness");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdmissionSettings(20, 10, 30, Duration.ofMillis(150), 11))
                .withMessageContaining("weft.web.admission.list-weight");
    }

    private List<Disposable> underWay(int operations) {
        var running = new ArrayList<Disposable>();
        for (int i = 0; i < operations; i++) {
            running.add(admission.admit(false, Mono.never()).subscribe());
        }
        return running;
    }
}
