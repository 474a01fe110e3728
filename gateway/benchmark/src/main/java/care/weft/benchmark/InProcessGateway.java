package care.weft.benchmark;

import care.weft.gateway.Gateway;
import care.weft.gateway.access.Caller;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.UserToken;
import care.weft.gateway.audit.AuditBatch;
import care.weft.gateway.audit.AuditContext;
import care.weft.gateway.audit.AuditLog;
import care.weft.gateway.graphql.Operations;
import care.weft.spi.Deadline;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Organisation;
import graphql.execution.preparsed.NoOpPreparsedDocumentProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The gateway in this JVM, with partners that answer from memory, asked without its door. Use it from one thread. */
final class InProcessGateway implements AutoCloseable {

    private static final UserToken TOKEN = new UserToken("benchmark");
    private static final URI ADDRESS = URI.create("http://localhost/graphql");
    private static final int PEOPLE = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path store;
    private final ConfigurableApplicationContext application;
    private final ExecutionGraphQlService engine;
    private final JsonMapper json;
    private final AuditLog log;
    private final String document = Question.document("one-person");
    private final Caller caller;
    private List<String> people = List.of();
    private int turn;

    private InProcessGateway(Path store, String employer, ConfigurableApplicationContext application) {
        this.store = store;
        caller = new Caller(
                "benchmark",
                "https://issuer.example",
                "Benchmark",
                Set.of(CallerRole.GP),
                new Organisation(employer, "A practice"),
                List.of(),
                null);
        this.application = application;
        engine = application.getBean(ExecutionGraphQlService.class);
        json = application.getBean(JsonMapper.class);
        log = application.getBean(AuditLog.class);
    }

    static InProcessGateway start(boolean documentsKept) {
        try (var stubs = StubProcess.start(PEOPLE, StubProcess.Address.THEIR_OWN)) {
            var store = Files.createTempDirectory("weft-benchmark");
            var place = Place.read(stubs.answer());
            var arguments = new ArrayList<>(GatewayProcess.arguments(place, store, "0s", List.of()));
            place.partners().keySet().forEach(id -> {
                arguments.add("--weft.partners." + id + ".kind=memory");
                arguments.add("--weft.partners." + id + ".adapter.like=" + id);
            });
            var application = new SpringApplication(Gateway.class);
            if (!documentsKept) {
                application.addPrimarySources(List.of(DocumentsForgotten.class));
            }
            var gateway =
                    new InProcessGateway(store, place.employer(), application.run(arguments.toArray(String[]::new)));
            // The only time that partners are called. Children are refused: they would be answered too quickly.
            gateway.people = place.most(place.people().stream()
                    .filter(person -> !gateway.execute(person).containsKey("errors"))
                    .toList());
            return gateway;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A part of it, as it stands in the application. */
    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** The next person's view as JSON. */
    byte[] answer() {
        return json.writeValueAsBytes(execute(next()));
    }

    /** The same, once its audit record is durable. */
    byte[] answerAudited() {
        var audit = batch();
        var answer = execute(next(), audit);
        log.commit(audit, PATIENCE).block(PATIENCE);
        return json.writeValueAsBytes(answer);
    }

    private String next() {
        turn = (turn + 1) % people.size();
        return people.get(turn);
    }

    private Map<String, Object> execute(String nhsNumber) {
        return execute(nhsNumber, batch());
    }

    private Map<String, Object> execute(String nhsNumber, AuditBatch audit) {
        var request = new WebGraphQlRequest(
                ADDRESS,
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                new DefaultGraphQlRequest(document, null, Map.of("nhsNumber", nhsNumber), null),
                "benchmark",
                Locale.UK);
        Operations.begin(request, caller, TOKEN, PurposeOfUse.TREAT, Deadline.in(PATIENCE), audit, false);
        return Objects.requireNonNull(Mono.from(engine.execute(request)).block(PATIENCE))
                .toMap();
    }

    private AuditBatch batch() {
        return AuditBatch.open(new AuditContext(
                "benchmark", caller.id(), caller.name(), caller.issuer(), List.of("GP"), null, "TREAT", null, null));
    }

    @Override
    public void close() {
        application.close();
        try {
            FileSystemUtils.deleteRecursively(store);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Parses and validates each document every time. */
    @Configuration(proxyBeanMethods = false)
    static class DocumentsForgotten {

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        GraphQlSourceBuilderCustomizer forgetDocuments() {
            return source -> source.configureGraphQl(
                    engine -> engine.preparsedDocumentProvider(NoOpPreparsedDocumentProvider.INSTANCE));
        }
    }
}
