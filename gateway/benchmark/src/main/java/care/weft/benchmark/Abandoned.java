package care.weft.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;

/**
 * Lists whose client leaves after 50 ms while every partner takes a second to answer.
 *
 * @param cpuMillis CPU of the gateway for one of them after its client had left
 * @param linesLogged by the gateway meanwhile, for all of them
 * @param callsMade partner calls, for all of them
 * @param callsAfter those of them that began when the clients had left
 * @param nextMillis how long one person's view took afterwards: a call that lives on holds its connection for a second
 */
record Abandoned(int requests, double cpuMillis, long linesLogged, int callsMade, int callsAfter, double nextMillis) {

    private static final int TOGETHER = 5;
    private static final Duration STAY = Duration.ofMillis(50);
    private static final Duration UNDER_WAY = Duration.ofMillis(20);
    private static final Duration UNTIL_QUIET = Duration.ofMillis(200);

    static Abandoned measure(
            JavaProcess stubs, JavaProcess gateway, Front front, Question list, Question one, int requests) {
        var log = gateway.linesLogged();
        int callsBefore = StubProcess.calls(stubs);
        var cpu = Duration.ZERO;
        int after = 0;
        int asked = 0;
        StubProcess.delay(stubs, Duration.ofSeconds(1));
        for (; asked < requests; asked += TOGETHER) {
            var sockets = new ArrayList<Socket>();
            for (int i = 0; i < TOGETHER; i++) {
                sockets.add(front.askAndLeave(list.body()));
            }
            Stage.pause(STAY);
            sockets.forEach(Abandoned::leave);
            var cpuThen = gateway.cpu();
            Stage.pause(UNDER_WAY);
            int callsThen = StubProcess.calls(stubs);
            Stage.pause(UNTIL_QUIET);
            cpu = cpu.plus(gateway.cpu()).minus(cpuThen);
            after += StubProcess.calls(stubs) - callsThen;
        }
        StubProcess.delay(stubs, Duration.ZERO);
        int calls = StubProcess.calls(stubs) - callsBefore;
        long began = System.nanoTime();
        var next = front.ask(one.body());
        double nextMillis = next.equals(one.expected()) ? (System.nanoTime() - began) / 1e6 : Double.NaN;
        return new Abandoned(asked, cpu.toNanos() / 1e6 / asked, gateway.linesLogged() - log, calls, after, nextMillis);
    }

    private static void leave(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
