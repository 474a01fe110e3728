package care.weft.gateway;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway, or, when the first argument is {@code audit}, a command about its audit. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("audit")) {
            System.exit(SpringApplication.exit(auditCommand().run(args)));
        }
        SpringApplication.run(Gateway.class, args);
    }

    /** Without a web server, partners or anything that writes. Named by its text, for nothing here stands on the audit. */
    private static SpringApplication auditCommand() {
        var application = new SpringApplication();
        application.setSources(Set.of("care.weft.gateway.audit.AuditCommand"));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        // What the command says is on the console.
        application.setDefaultProperties(Map.of("logging.threshold.console", "ERROR"));
        return application;
    }
}
