package care.weft.gateway.journey;

import care.weft.gateway.Gateway;
import care.weft.gateway.testing.NothingPersonalIsLogged;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A gateway in a process of its own, without anything of the tests in it, that prints all it has to say; what that is, is watched. */
final class GatewayProcess implements AutoCloseable {

    private static final Pattern STARTED = Pattern.compile("Netty started on port (\\d+)");

    /** The beginning of a line, up to the class that prints it. */
    private static final Pattern LINE = Pattern.compile("^\\S+ +[A-Z]+ \\d+ --- \\[weft] \\[[^]]*] (\\S+)");

    private static final int LONGEST_START_SECONDS = 120;

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    /** Starts one on a free port; {@link #graphQl()} waits for it. */
    GatewayProcess(Map<String, Object> settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Less to start, for it does not live long.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                Gateway.class.getName(),
                "--server.port=0",
                "--logging.level.root=DEBUG"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofVirtual().start(this::read);
    }

    /** Every line that it has printed until now. */
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            var logger = "its start";
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                var begun = LINE.matcher(line);
                logger = begun.find() ? begun.group(1) : logger;
                NothingPersonalIsLogged.look("a gateway of its own, " + logger, line);
                var started = STARTED.matcher(line);
                if (started.find()) {
                    port.complete(Integer.valueOf(started.group(1)));
                }
                said.add(line);
            }
        } catch (IOException killed) {
            // Nothing more to read.
        }
        port.completeExceptionally(new AssertionError("The gateway did not start:\n" + String.join("\n", said)));
    }

    URI graphQl() throws Exception {
        return URI.create("http://localhost:" + port.get(LONGEST_START_SECONDS, TimeUnit.SECONDS) + "/graphql");
    }

    /** As {@code kill -9} does; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Sends {@code SIGTERM}; does not wait. */
    void terminate() {
        process.destroy();
    }

    /** The exit status, once the process has ended by itself. */
    int exit(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("The gateway did not stop within " + within);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
