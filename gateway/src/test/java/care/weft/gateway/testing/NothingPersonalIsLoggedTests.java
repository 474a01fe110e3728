package care.weft.gateway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.weft.stubs.StubSettings;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Population;
import care.weft.stubs.population.Story;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The watch over everything that tests log would find it if somebody's identity were in it. */
class NothingPersonalIsLoggedTests {

    private static final Logger LOG = LoggerFactory.getLogger("org.example.library");

    private final Population population =
            Population.of(StubSettings.onFreePorts().people(), LocalDate.now(Population.LONDON));
    private final Person person = population.of(Story.THREE_ASSESSMENTS);
    private final Identifiers identifiers = new Identifiers(population.people());

    @Test
    void whatIsLoggedAtDebugIsFoundThoughItIsNotPrinted() {
        LOG.debug("asking about {}", person.nhsNumber());

        assertFound("org.example.library: NHS number");
    }

    @Test
    void whoAsksWhetherDebugIsOnIsToldSo() {
        assertThat(LOG.isDebugEnabled()).isTrue();
        assertThat(LOG.isTraceEnabled()).isFalse();
    }

    @Test
    void theContextOfAnEventIsLookedAt() {
        try (var _ = MDC.putCloseable("about", person.address().postcode())) {
            LOG.info("nothing in the message");
        }

        assertFound("org.example.library: postcode");
    }

    @Test
    void anExceptionIsLookedAtToItsCause() {
        LOG.debug("it failed", new IllegalStateException("outer", new IllegalArgumentException(person.phone())));

        assertFound("org.example.library: telephone number");
    }

    @Test
    void whatIsPrintedIsFound() {
        System.out.println("born " + person.birthDate());
        System.err.printf("%s%n", person.canary());

        assertFound("standard output: birth date", "standard error: word of a record");
    }

    @Test
    void whatTheSettingsKeepAtInfoAndWhatStandsForPartnersIsLeftAlone() {
        LoggerFactory.getLogger("io.r2dbc.h2.client.Client").debug("bound {}", person.nhsNumber());
        LoggerFactory.getLogger("care.weft.stubs.gp.GpStub").info("answering {}", person.nhsNumber());

        NothingPersonalIsLogged.assertNothingFound();
    }

    /** As each application context does when it starts. */
    @Test
    void theWatchGoesOnWhenLoggingIsSetUpAnew() {
        var context = new LoggerContext();
        var seen = new ArrayList<String>();
        new LogWatch((logger, text) -> seen.add(logger + ": " + text)).start(context);

        context.reset();
        var logger = context.getLogger("org.springframework.web.reactive");
        logger.setLevel(Level.INFO);
        logger.debug("{} of {}", 1, 2);
        context.getLogger("org.springframework.http.codec.json").debug("a body");

        assertThat(seen).containsExactly("org.springframework.web.reactive: 1 of 2");
    }

    /** As the first application context of all does. */
    @Test
    void theWatchCanBeginAgainWhereLoggingWasStopped() {
        var context = new LoggerContext();
        context.start();
        var seen = new ArrayList<String>();
        var watch = new LogWatch((logger, text) -> seen.add(text));
        watch.start(context);

        context.stop();
        context.reset();
        context.start();
        watch.start(context);
        watch.start(context);
        context.getLogger("org.springframework.web.reactive").debug("once");

        assertThat(seen).containsExactly("once");
    }

    @Test
    void everyIdentifierIsFoundInEveryWayOfWritingIt() {
        var number = String.valueOf(person.nhsNumber());
        var spaced = number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);

        for (var text : List.of(
                number,
                "nhs:" + number,
                "/Patient?identifier=https%3A%2F%2Ffhir.nhs.uk%2FId%2Fnhs-number|" + number + "&x",
                spaced,
                spaced.replace(' ', '-'))) {
            assertThat(identifiers.in(text)).as(text.replace(number, "N")).containsExactly("NHS number");
        }
        var name = person.name();
        assertThat(identifiers.in("{\"family\":\"" + name.family() + "\"}")).containsExactly("family name");
        assertThat(identifiers.in(person.address().line())).containsExactly("address");
        assertThat(identifiers.in(person.address().postcode().replace(" ", ""))).containsExactly("postcode");
    }

    @Test
    void whatOnlyLooksLikeOneIsNot() {
        var number = String.valueOf(person.nhsNumber());
        int check = Integer.parseInt(number.substring(9));

        assertThat(identifiers.in("")).isEmpty();
        assertThat(identifiers.in(number.substring(0, 9) + (check + 1) % 10)).isEmpty();
        assertThat(identifiers.in("1" + number)).isEmpty();
        assertThat(identifiers.in(number + "7")).isEmpty();
        assertThat(identifiers.in("x" + number)).isEmpty();
        assertThat(identifiers.in(person.name().family() + "s")).isEmpty();
        assertThat(identifiers.in("at 2026-11-22T08:03:11Z, M1, 0161")).isEmpty();
    }

    private static void assertFound(String... found) {
        assertThatThrownBy(NothingPersonalIsLogged::assertNothingFound).hasMessageContainingAll(found);
    }
}
