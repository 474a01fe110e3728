package care.weft.gateway.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import care.weft.gateway.store.PersonRows;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The application that {@code java -jar gateway.jar audit …} is: it reads the audit with the gateway's own settings, and
 * writes nothing. Not annotated as a configuration, so that the gateway itself does not take it for one of its own.
 */
@ComponentScan({"care.weft.gateway.store", "care.weft.gateway.audit"})
class AuditCommand {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Run run(AuditTrail trail, AuditKeys keys, PersonRows stored) {
        return new Run(trail, keys, stored);
    }

    /** Runs what the arguments name, on the console. */
    static final class Run implements ApplicationRunner, ExitCodeGenerator {

        private final AuditTrail trail;
        private final AuditKeys keys;
        private final PersonRows stored;
        private int exitCode;

        Run(AuditTrail trail, AuditKeys keys, PersonRows stored) {
            this.trail = trail;
            this.keys = keys;
            this.stored = stored;
        }

        @Override
        public void run(ApplicationArguments arguments) throws IOException {
            try (var in = new BufferedReader(new InputStreamReader(new FileInputStream(FileDescriptor.in), UTF_8));
                    var out = new PrintWriter(new FileOutputStream(FileDescriptor.out), false, UTF_8)) {
                exitCode = new AuditCommands(trail, keys, stored, in, out).run(arguments);
            }
        }

        @Override
        public int getExitCode() {
            return exitCode;
        }
    }
}
