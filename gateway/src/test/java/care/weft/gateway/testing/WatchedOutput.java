package care.weft.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Passes on what is printed, and tells of each line. */
final class WatchedOutput extends OutputStream {

    private static final int LONGEST = 100_000;

    private final PrintStream to;
    private final Consumer<String> seen;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private WatchedOutput(PrintStream to, Consumer<String> seen) {
        this.to = to;
        this.seen = seen;
    }

    static PrintStream of(PrintStream to, Consumer<String> seen) {
        return new PrintStream(new WatchedOutput(to, seen), true, UTF_8);
    }

    @Override
    public void write(int next) {
        write(new byte[] {(byte) next}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        to.write(bytes, from, length);
        for (int at = from; at < from + length; at++) {
            if (bytes[at] == '\n' || line.size() >= LONGEST) {
                seen.accept(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(bytes[at]);
            }
        }
    }

    @Override
    public void flush() {
        to.flush();
    }
}
