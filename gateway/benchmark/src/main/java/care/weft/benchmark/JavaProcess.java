package care.weft.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A JVM of its own, with this one's class path. Lines that it writes with {@link #tell} are its answers; all others are its
 * log. It ends with its standard input, and so with this process.
 */
final class JavaProcess implements AutoCloseable {

    /** Of the machine, as this process found them. */
    static final int CORES = Runtime.getRuntime().availableProcessors();

    private static final String ANSWER = "=> ";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ENDED = "";
    private static final String WRITTEN = "write_bytes: ";

    private final Process process;
    private final int core;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lastWords = new ArrayBlockingQueue<>(40);
    private final AtomicLong logged = new AtomicLong();

    private JavaProcess(Process process, int core) {
        this.process = process;
        this.core = core;
        Thread.ofVirtual().start(this::listen);
    }

    static JavaProcess start(Class<?> main, List<String> jvm, int core, List<String> arguments) {
        var command = new ArrayList<String>();
        if (core >= 0 && canPin()) {
            // From its first step: the JVM takes its number of threads from the cores that it finds.
            command.addAll(List.of("taskset", "-c", String.valueOf(core)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new JavaProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), core);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether a process can be kept on one core here. */
    static boolean canPin() {
        return Path.of("/usr/bin/taskset").toFile().canExecute();
    }

    /** To be called in the process: answers the one that started it. */
    static void tell(String answer) {
        IO.println(ANSWER + answer);
    }

    /** To be called in a process that listens to nothing: ends it with its standard input. */
    static void endWithInput() {
        Thread.ofPlatform().daemon().start(() -> {
            var line = IO.readln();
            while (line != null) {
                line = IO.readln();
            }
            System.exit(0);
        });
    }

    /** The next answer. */
    String answer() {
        try {
            var answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answer == null || answer.equals(ENDED)) {
                throw new IllegalStateException("A process ended or is silent. Its last words:\n" + lastWords());
            }
            return answer;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    String ask(String command) {
        try {
            var input = process.outputWriter(StandardCharsets.UTF_8);
            input.write(command + "\n");
            input.flush();
        } catch (IOException ended) {
            throw new UncheckedIOException("A process ended. Its last words:\n" + lastWords(), ended);
        }
        return answer();
    }

    /** CPU time of all its threads, garbage collection and compilation included, in steps of about 10 ms. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Bytes that it has handed to the disk so far; 0 where the system does not tell. */
    long written() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/io"))) {
            return lines.filter(line -> line.startsWith(WRITTEN))
                    .mapToLong(line -> Long.parseLong(line.substring(WRITTEN.length())))
                    .sum();
        } catch (IOException noSuchFile) {
            return 0;
        }
    }

    /** CPU time of this process, likewise. */
    static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Keeps this process, and those that it starts without a core of their own, to all cores but that one. */
    static void leave(int core) {
        if (core < 0 || CORES < 2) {
            return;
        }
        keep(ProcessHandle.current().pid(), cores().filter(other -> other != core));
    }

    /** Lets it use all cores for a while, where it has one of its own. */
    void spread(Runnable meanwhile) {
        if (core < 0) {
            meanwhile.run();
            return;
        }
        keep(process.pid(), cores());
        try {
            meanwhile.run();
        } finally {
            keep(process.pid(), IntStream.of(core));
        }
    }

    private static IntStream cores() {
        return IntStream.range(0, CORES);
    }

    private static void keep(long pid, IntStream cores) {
        if (!canPin()) {
            return;
        }
        var list = cores.mapToObj(String::valueOf).collect(Collectors.joining(","));
        try {
            new ProcessBuilder("taskset", "-a", "-c", "-p", list, String.valueOf(pid))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    long linesLogged() {
        return logged.get();
    }

    private String lastWords() {
        return String.join("\n", lastWords);
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(ANSWER)) {
                    answers.add(line.substring(ANSWER.length()));
                } else {
                    logged.incrementAndGet();
                    while (!lastWords.offer(line)) {
                        lastWords.poll();
                    }
                }
            }
        } catch (IOException ended) {
            logged.incrementAndGet();
        }
        answers.add(ENDED);
    }

    @Override
    public void close() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException | InterruptedException ended) {
            process.destroyForcibly();
        }
    }
}
