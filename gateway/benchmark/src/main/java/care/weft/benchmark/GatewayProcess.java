package care.weft.benchmark;

import care.weft.gateway.Gateway;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The gateway in a process of its own, as it is in production. Tells its port; ends with its standard input. */
final class GatewayProcess {

    private GatewayProcess() {}

    /** Takes the gateway's own arguments. */
    public static void main(String[] arguments) {
        run(arguments, Gateway.class);
    }

    static void run(String[] arguments, Class<?>... sources) {
        JavaProcess.endWithInput();
        var application = new SpringApplication(sources);
        application.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> JavaProcess.tell(
                ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port")));
        application.run(arguments);
    }

    /**
     * The settings with which it stands before the stubs.
     *
     * @param store a folder for its database
     * @param keep how long it keeps the register's word and other partners' answers, such as {@code 60s}; {@code 0s} for cold
     * @param further arguments
     */
    static List<String> arguments(Place place, Path store, String keep, List<String> further) {
        var arguments = new ArrayList<String>();
        arguments.add("--server.port=0");
        arguments.add("--weft.web.id-key=a-key-that-is-no-secret");
        arguments.add("--weft.web.drain=0s");
        arguments.add("--weft.web.issuers[0].uri=" + place.issuer());
        arguments.add("--weft.web.issuers[0].audiences[0]=weft");
        arguments.add("--weft.web.issuers[0].algorithms[0]=ES256");
        // Else the few people of one practice would be all that is measured.
        arguments.add("--weft.relationships.established-by[0]=" + place.employer());
        arguments.add("--weft.store.directory=" + store.toAbsolutePath());
        arguments.add("--weft.register.keep=" + keep);
        arguments.add("--weft.cache.keep=" + keep);
        place.partners()
                .forEach((id, settings) -> settings.forEach(
                        (key, value) -> arguments.add("--weft.partners." + id + "." + key + "=" + value)));
        arguments.addAll(further);
        return arguments;
    }
}
