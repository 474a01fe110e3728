package care.weft.gateway.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Sees every event at {@code DEBUG} and above of every logger, whether it is printed or not, with its context and its exception. Whoever asks
 * whether {@code DEBUG} is on is told that it is; nothing more is printed for that.
 */
final class LogWatch extends TurboFilter implements LoggerContextListener {

    /** What stands for other systems does not run in the product: of it only warnings are looked at, and printed. */
    private static final List<String> STUBS = List.of("care.weft.stubs", "wiremock", "org.eclipse.jetty");

    private static final String LEVELS = "logging.level.";

    private final BiConsumer<String, String> seen;
    private final Map<String, Level> kept = kept();
    private final Map<String, Level> levels = new ConcurrentHashMap<>();

    /** @param seen takes the logger's name and a text of the event */
    LogWatch(BiConsumer<String, String> seen) {
        this.seen = seen;
    }

    /** Begins, or goes on after logging was stopped and set up anew, which drops whoever watches. */
    void start(LoggerContext context) {
        setContext(context);
        start();
        context.getTurboFilterList().addIfAbsent(this);
        if (!context.getCopyOfListenerList().contains(this)) {
            context.addListener(this);
        }
    }

    static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        if (!isStarted()) {
            return FilterReply.NEUTRAL;
        }
        if (!level.isGreaterOrEqual(levels.computeIfAbsent(logger.getName(), this::level))) {
            // As the gateway would not print it either, whoever set up logging here.
            return level.isGreaterOrEqual(Level.DEBUG) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
        if (format == null && thrown == null) {
            return FilterReply.ACCEPT;
        }
        seen.accept(
                logger.getName(),
                String.valueOf(MessageFormatter.arrayFormat(format, parameters).getMessage()));
        var context = MDC.getCopyOfContextMap();
        if (context != null && !context.isEmpty()) {
            seen.accept(logger.getName(), context.toString());
        }
        var last = parameters == null || parameters.length == 0 ? null : parameters[parameters.length - 1];
        tell(logger.getName(), thrown == null && last instanceof Throwable among ? among : thrown);
        return FilterReply.NEUTRAL;
    }

    private void tell(String logger, @Nullable Throwable thrown) {
        if (thrown != null) {
            seen.accept(logger, thrown.toString());
            tell(logger, thrown.getCause());
            for (var other : thrown.getSuppressed()) {
                tell(logger, other);
            }
        }
    }

    /** From which level on a logger is watched: from that on which the gateway's own settings keep it, or {@code DEBUG}. */
    private Level level(String logger) {
        if (STUBS.stream().anyMatch(logger::startsWith)) {
            return Level.WARN;
        }
        for (var name = logger; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            var level = kept.get(name);
            if (level != null) {
                return level;
            }
        }
        return Level.DEBUG;
    }

    private static Map<String, Level> kept() {
        try {
            var levels = new HashMap<String, Level>();
            for (var source :
                    new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"))) {
                for (var name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                    if (name.startsWith(LEVELS)) {
                        levels.put(
                                name.substring(LEVELS.length()),
                                Level.toLevel(String.valueOf(Objects.requireNonNull(source.getProperty(name)))));
                    }
                }
            }
            return levels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each application context sets logging up anew, and takes all filters away before that. */
    @Override
    public boolean isResetResistant() {
        return true;
    }

    @Override
    public void onReset(LoggerContext context) {
        start(context);
    }

    @Override
    public void onStart(LoggerContext context) {}

    @Override
    public void onStop(LoggerContext context) {}

    @Override
    public void onLevelChange(Logger logger, Level level) {}
}
