package care.weft.gateway.fanout;

import care.weft.gateway.cache.CacheSettings;
import care.weft.gateway.partner.Partner;
import care.weft.gateway.partner.Partners;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Whole answers of partners, for as long as they may be shown again. In memory, bounded by how many records they hold. Looked
 * into only after access was decided, and only for callers in the same standing.
 */
@Component
@EnableConfigurationProperties(CacheSettings.class)
final class KeptAnswers {

    /** Longer than anything may be shown. */
    private static final Duration NOT_KNOWN = Duration.ofSeconds(Long.MAX_VALUE);

    private final CacheSettings settings;
    private final Clock clock;
    private final Cache<Key, Kept> kept;

    KeptAnswers(CacheSettings settings, Partners partners, MeterRegistry registry, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        var known = partners.all().stream().map(partner -> partner.id().value()).collect(Collectors.toSet());
        settings.staleWhileError().keySet().stream()
                .filter(partner -> !known.contains(partner))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("Setting weft.cache.stale-while-error." + unknown
                            + " names a partner that is not configured: use one of " + known);
                });
        kept = Caffeine.newBuilder()
                .maximumWeight(settings.keepAtMost())
                .<Key, Kept>weigher((_, answer) -> 1 + answer.answer().entries().size())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<Key, Kept>writing((key, _) -> longest(key)))
                .build();
        Gauge.builder("weft.cache.answers", kept, Cache::estimatedSize)
                .description("Answers of partners that are kept")
                .register(registry);
    }

    /** All of a question but by which ids and where its person is asked for, which may change. */
    private record Key(PartnerId partner, Section section, PersonKey person, Standing standing) {

        static Key of(Question question) {
            return new Key(question.partner(), question.section(), question.person(), question.standing());
        }
    }

    private record Kept(Question question, SourceAnswer answer) {}

    private Duration longest(Key key) {
        var stale = settings.staleLimit(key.partner().value(), key.section());
        return stale.compareTo(settings.keep()) > 0 ? stale : settings.keep();
    }

    /** Keeps what a partner said just now, in place of what it said before. A failure to answer replaces nothing. */
    void keep(Question question, SourceAnswer answer) {
        var key = Key.of(question);
        if (!CacheSettings.isKept(key.section())) {
            return;
        }
        if (answer.isKept() && longest(key).isPositive()) {
            kept.put(key, new Kept(question, answer));
        } else if (!answer.retryable()) {
            kept.invalidate(key);
        }
    }

    /** An answer to just this question that is recent enough to be shown like a new one; null when there is none. */
    @Nullable
    SourceAnswer recent(Question question) {
        var found = kept.getIfPresent(Key.of(question));
        return found != null && found.question().equals(question) && age(found).compareTo(settings.keep()) < 0
                ? found.answer()
                : null;
    }

    /**
     * An earlier answer about a person, for when the partner does not answer now: to just this question, where it could be put.
     *
     * @param question null when it could not even be found out by which id or where the partner is to be asked
     * @return with the question that it answers; null when there is none, or none that is young enough
     */
    @Nullable
    Earlier earlier(
            Partner partner, Section section, PersonKey person, Standing standing, @Nullable Question question) {
        var limit = settings.staleLimit(partner.id().value(), section);
        var found = limit.isPositive() ? kept.getIfPresent(new Key(partner.id(), section, person, standing)) : null;
        return found != null
                        && (question == null || question.equals(found.question()))
                        && age(found).compareTo(limit) <= 0
                ? new Earlier(found.question(), found.answer())
                : null;
    }

    /** An answer, and what was asked when it was given. */
    record Earlier(Question question, SourceAnswer answer) {}

    /** Where the clock was set back since, nobody knows. */
    private Duration age(Kept found) {
        var read = Objects.requireNonNull(found.answer().retrievedAt(), "whoever answered did so at some time");
        var age = Duration.between(read, clock.instant());
        return age.isNegative() ? NOT_KNOWN : age;
    }

    /**
     * Forgets all of one person.
     *
     * @return how many answers that were
     */
    int forget(PersonKey person) {
        var theirs = kept.asMap().keySet().stream()
                .filter(key -> key.person().equals(person))
                .toList();
        kept.invalidateAll(theirs);
        return theirs.size();
    }
}
