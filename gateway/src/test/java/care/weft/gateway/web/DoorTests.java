package care.weft.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.audit.AuditEvent;
import care.weft.gateway.audit.AuditFact;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.audit.AuditTrail;
import care.weft.gateway.graphql.ListsOfPeople;
import care.weft.gateway.graphql.Operations;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class DoorTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String REQUEST = "request-1";
    private static final AuditFact LOOK_UP =
            new AuditFact.Lookup(PersonKey.of(new NhsNumber("9990000018")), new PartnerId("trust"), "TIED");

    @TempDir
    Path directory;

    final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Application.class);

    @Test
    void anOperationThatDoesNotEndIsAnsweredAtItsDeadlineAndIsStillInTheTrail() {
        runner.withPropertyValues("weft.store.directory=" + directory).run(context -> {
            var cancelled = new AtomicBoolean();

            var response = pass(context, "200ms", cancelled).blockOptional(SOON).orElseThrow();

            assertThat(cancelled).isTrue();
            assertThat(response.toMap().get("data")).isNull();
            assertThat(response.getErrors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", "DEADLINE_EXCEEDED"));
            assertThat(facts(context)).containsExactly(LOOK_UP);
        });
    }

    @Test
    void whatHappenedBeforeAClientLeftIsStillInTheTrail() {
        runner.withPropertyValues("weft.store.directory=" + directory).run(context -> {
            var cancelled = new AtomicBoolean();

            pass(context, "1m", cancelled).subscribe().dispose();

            assertThat(cancelled).isTrue();
            assertThat(facts(context)).containsExactly(LOOK_UP);
        });
    }

    /** An operation that looks somebody up and then does not end. */
    private static Mono<WebGraphQlResponse> pass(ApplicationContext context, String deadline, AtomicBoolean cancelled) {
        var door = new Door(
                settings(deadline),
                context.getBean(AuditLog.class),
                new Admission(new AdmissionSettings(1, 1, 1, Duration.ofSeconds(1), 1), new SimpleMeterRegistry()),
                new ListsOfPeople(),
                new AccessPolicy(List.of(), Map.of()));
        var token = Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .subject("user-gp")
                .issuer("https://idp.example")
                .claim("roles", List.of("GP"))
                .build();
        var request = new WebGraphQlRequest(
                URI.create("/graphql"),
                HttpHeaders.EMPTY,
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                Map.of("query", "{ me { id } }"),
                REQUEST,
                Locale.UK);
        return new CallerAuthentication(ClaimMapping.OWN)
                .convert(token)
                .flatMap(caller -> door.intercept(request, passed -> {
                            Operations.of(passed.toExecutionInput().getGraphQLContext())
                                    .audit()
                                    .record(LOOK_UP);
                            return Mono.<WebGraphQlResponse>never().doOnCancel(() -> cancelled.set(true));
                        })
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(caller)));
    }

    /** Those of the one request, which may still be on their way. */
    private static List<AuditFact> facts(ApplicationContext context) {
        return Flux.defer(() -> context.getBean(AuditTrail.class).findByRequest(REQUEST))
                .map(AuditEvent::fact)
                .collectList()
                .filter(facts -> !facts.isEmpty())
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(10)))
                .blockOptional(SOON)
                .orElseThrow();
    }

    private static WebSettings settings(String deadline) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "weft.web.deadline", deadline,
                        "weft.web.id-key", "a-key-that-is-no-secret",
                        "weft.web.issuers[0].uri", "https://idp.example",
                        "weft.web.issuers[0].audiences[0]", "weft")))
                .bind("weft.web", WebSettings.class)
                .get();
    }

    @ComponentScan({"care.weft.gateway.store", "care.weft.gateway.audit"})
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
