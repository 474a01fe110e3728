package care.weft.gateway.journey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The clock of all journeys: the time of day as it is, on one Tuesday, so that stories read the same whenever they are told. */
@TestConfiguration(proxyBeanMethods = false)
class StoryClock {

    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    /** At noon: a story told at midnight would begin on one day and end on the next. */
    static final Instant START = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);

    @Bean
    @Primary
    Clock storyTime() {
        return clock();
    }

    static Clock clock() {
        return Clock.offset(Clock.systemUTC(), Duration.between(Started.AT, START));
    }

    /** One moment for all contexts and stubs of this JVM. */
    @SuppressWarnings("TimeInStaticInitializer") // when the class is loaded is when the stories begin
    private static final class Started {
        private static final Instant AT = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
