package care.weft.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import reactor.core.publisher.Mono;

/** A log before rows that can be paused and broken, and what its tests ask of it. */
abstract class AuditLogUnderTest {

    static final Duration SOON = Duration.ofSeconds(10);
    static final Duration ONE_SECOND = Duration.ofSeconds(1);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-10-25T00:30:00.123456789Z"), ZoneOffset.UTC);

    final FakeAuditRows rows = new FakeAuditRows();
    final AuditLog log = logWithQueueOf(10_000);

    AuditLog logWithQueueOf(int facts) {
        return new AuditLog(rows, "a", Facts.FORMAT, AuditSettings.of(Duration.ofSeconds(2), facts), CLOCK);
    }

    void awaitGroups(int count) {
        Mono.fromCallable(() -> rows.groups.size() >= count)
                .filter(reached -> reached)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(1)))
                .block(SOON);
    }

    void assertIntact(long events) {
        assertThat(Facts.trail(rows).verify().block(SOON)).isEqualTo(new Verification.Intact(events));
    }

    static Mono<Void> start(Mono<Void> commit) {
        var outcome = commit.cache();
        outcome.subscribe(done -> {}, expectedBySomebodyElse -> {});
        return outcome;
    }

    static void await(Mono<Void> commit) {
        commit.block(SOON);
    }

    static void assertUnavailable(Mono<Void> commit) {
        assertThatThrownBy(() -> commit.block(SOON)).isInstanceOf(AuditUnavailableException.class);
    }
}
