package care.weft.http;

import static care.weft.http.Calls.CLOCK;
import static care.weft.http.Calls.failure;
import static care.weft.http.Calls.in;
import static care.weft.http.Calls.plenty;
import static care.weft.http.Calls.reply;
import static care.weft.http.Calls.settings;
import static care.weft.http.ScriptedPartner.playing;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.HttpCall;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Nothing about a person gets into a log, on any level, from us or from the libraries below. */
class SilenceTests {

    private static final String CANARY = "canary9990000018";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.getFormattedMessage();
            events.add(event);
        }
    };

    @BeforeEach
    void listen() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(appender);
        root.setLevel(Level.WARN);
    }

    @Test
    void noLogLineHoldsWhatACallOrItsAnswerHolds() throws Exception {
        root.setLevel(Level.TRACE);
        try (var partner = playing(talk -> {
                    for (var request = talk.request(); request != null; request = talk.request()) {
                        if (request.contains("broken")) {
                            talk.send("HTTP/1.1 " + CANARY + "\r\n" + CANARY + ": " + CANARY + "\r\n\r\n" + CANARY);
                        } else if (request.contains("cut")) {
                            talk.send("HTTP/1.1 200 OK\r\n" + CANARY + ": x\r\nContent-Length: 999\r\n\r\n" + CANARY);
                            talk.reset();
                        } else if (request.contains("slow")) {
                            talk.send("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n" + CANARY);
                            talk.awaitClose();
                        } else if (request.contains("twice")) {
                            talk.send(answer(200, "x: y").repeat(2));
                        } else if (request.contains("away")) {
                            talk.send(answer(302, "Location: http://" + CANARY + ".example/" + CANARY));
                        } else if (request.contains("moved")) {
                            talk.send(answer(302, "Location: /" + CANARY));
                        } else {
                            talk.send(answer(200, CANARY + ": " + CANARY));
                        }
                    }
                });
                var http = ReactorPartnerHttp.open(
                        settings(partner.endpoint()), () -> Mono.just(CANARY), CallListener.NONE, CLOCK)) {
            reply(http, call("fine"));
            reply(http, call("moved"));
            reply(http, HttpCall.post(CANARY, "text/plain", CANARY.getBytes(StandardCharsets.UTF_8)));
            for (var path : List.of("broken", "cut", "twice", "away", "../up", "http://" + CANARY + ".example/")) {
                assertThat(failure(http, call(path))).hasMessageNotContaining(CANARY);
            }
            failure(http, call("slow"), in(100));
            http.send(call("slow"), plenty()).subscribe().dispose();
        }
        assertThat(events).hasSizeGreaterThan(100);
        assertThat(events)
                .extracting(SilenceTests::written)
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("canary"));
    }

    @Test
    void anAbandonedCallEndsWithoutALine() throws Exception {
        try (var partner = playing(talk -> {
                    talk.request();
                    talk.awaitClose();
                });
                var http = Calls.client(partner)) {
            for (int call = 0; call < 20; call++) {
                var under = http.send(call("slow"), plenty()).subscribe();
                if (call % 2 == 0) {
                    Thread.sleep(10);
                }
                under.dispose();
            }
            failure(http, call("slow"), in(100));
            Thread.sleep(100);
        }
        assertThat(events).extracting(SilenceTests::written).isEmpty();
    }

    private static HttpCall call(String path) {
        return HttpCall.get(path.endsWith("/") || path.startsWith(".") ? path + CANARY : path + "/" + CANARY)
                .query("identifier", CANARY)
                .header("X-" + CANARY, CANARY);
    }

    private static String answer(int status, String header) {
        return "HTTP/1.1 " + status + " OK\r\n" + header + "\r\nContent-Length: " + CANARY.length() + "\r\n\r\n"
                + CANARY;
    }

    private static String written(ILoggingEvent event) {
        return event.getLoggerName() + ": " + event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
