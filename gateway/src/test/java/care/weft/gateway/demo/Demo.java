package care.weft.gateway.demo;

import care.weft.gateway.Gateway;
import care.weft.stubs.StubSettings;
import care.weft.stubs.Stubs;
import care.weft.stubs.mentalhealth.MentalHealthStub;
import care.weft.stubs.population.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** Starts the demo: stub partners, a stub identity provider, and the gateway before them. */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws IOException {
        IO.println("Starting the stub partners and the gateway …");
        var stubs = Stubs.start(StubSettings.ofTheRunContract());
        Runtime.getRuntime().addShutdownHook(new Thread(stubs::close));
        var application = new SpringApplication(Gateway.class);
        var settings = GatewaySettings.byProxy(stubs, Files.createTempDirectory("weft-demo"));
        GatewaySettings.askForUsers(settings, stubs, MentalHealthStub.PARTNER);
        application.setDefaultProperties(settings);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready ->
                warmUp(ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080"), stubs));
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> IO.println(
                ready(ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "8080"), stubs)));
        application.run(args);
    }

    /** Asks once, so that whoever tries the demo on a slow machine does not wait for classes to load, or even in vain. */
    private static void warmUp(String port, Stubs stubs) {
        var body = """
                {"query":"{ person(nhsNumber: \\"%s\\") { timeline { complete } demographics { complete } } }"}""".formatted(stubs.story(Story.CARER.id()).nhsNumber());
        try (var client = HttpClient.newHttpClient()) {
            var _ = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                            .header(
                                    "Authorization",
                                    "Bearer " + stubs.identityProvider().token("gp"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            IO.println("The first question to the gateway failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String ready(String port, Stubs stubs) {
        var gateway = "http://localhost:" + port;
        var person = stubs.story(Story.THREE_ASSESSMENTS.id()).nhsNumber();
        return """

                Weft is ready.
                  GraphiQL, with people to choose from   %1$s/graphiql
                  the API                                %1$s/graphql
                  a token                                curl '%2$s/token?user=gp'
                  the people and their stories           curl '%2$s/stories'

                Try this:
                  TOKEN=$(curl -s '%2$s/token?user=gp')
                  curl -s %1$s/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
                    -d '{"query":"{ person(nhsNumber: \\"%3$s\\") { timeline { nodes { when title } complete } } }"}'

                Then stop the trust and ask again:
                  curl -X POST http://localhost:9102/__admin/shutdown
                Or let the network break its answers off, and mend it:
                  curl -X POST http://127.0.0.1:9199/faults/council/reset-in-body
                  curl -X DELETE http://127.0.0.1:9199/faults/council
                Ctrl-C ends the demo.
                """.formatted(gateway, stubs.identityProvider().issuer(), person);
    }
}
