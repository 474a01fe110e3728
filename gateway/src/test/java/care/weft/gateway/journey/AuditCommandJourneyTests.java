package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.Gateway;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about the audit, as an operator runs them: in a process of their own, by the gateway's own main class. */
class AuditCommandJourneyTests {

    @TempDir
    Path directory;

    @Test
    void verifyPrintsItsWordsAndNothingElse() throws Exception {
        var verified = run("", "audit", "verify", "--weft.store.directory=" + directory);

        assertThat(verified.printed())
                .startsWith("Intact: 0 events, held against 0 signed heads.")
                .hasLineCount(2);
        assertThat(verified.status()).isZero();
        // Nothing that writes was started.
        assertThat(directory.resolve("heads")).doesNotExist();
        assertThat(directory.resolve("node")).doesNotExist();
    }

    @Test
    void aNumberIsReadFromTheInput() throws Exception {
        var exported = run("9990000018\n", "audit", "export", "--person", "--weft.store.directory=" + directory);

        assertThat(exported).isEqualTo(new Ran(1, ""));
    }

    @Test
    void aSettingThatIsWrongIsSaid() throws Exception {
        var failed = run("", "audit", "verify", "--weft.store.directory=" + directory, "--weft.audit.key=short");

        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.printed()).contains("weft.audit.key must have at least 32 characters");
    }

    private record Ran(int status, String printed) {}

    private static Ran run(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                Gateway.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), printed);
    }
}
