package care.weft.gateway.resilience;

import care.weft.http.BeforeSending;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.HttpCall;
import care.weft.spi.HttpReply;
import care.weft.spi.PartnerException;
import care.weft.spi.PartnerHttp;
import java.net.URI;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** The guarded client of one endpoint. */
final class GuardedEndpoint implements PartnerHttp {

    private static final Mono<HttpReply> OPEN = Mono.error(GuardedEndpoint::open);

    /** As many tries as if all retries were used up. */
    private static final int NO_MORE = Integer.MAX_VALUE;

    private final PartnerHttp calls;
    private final String base;
    private final Circuits.OfEndpoint circuits;
    private final Retries retries;
    private final Hedging hedging;
    private final Function<Endpoint, PartnerHttp> elsewhere;

    GuardedEndpoint(
            PartnerHttp calls,
            URI base,
            Circuits.OfEndpoint circuits,
            Retries retries,
            Hedging hedging,
            Function<Endpoint, PartnerHttp> elsewhere) {
        this.calls = calls;
        this.base = base.toString().endsWith("/") ? base.toString() : base + "/";
        this.circuits = circuits;
        this.retries = retries;
        this.hedging = hedging;
        this.elsewhere = elsewhere;
    }

    @Override
    public PartnerHttp at(Endpoint other) {
        return elsewhere.apply(other);
    }

    @Override
    public Mono<HttpReply> send(HttpCall call, Deadline deadline) {
        return Mono.defer(() -> new GuardedCall(call, deadline).answer());
    }

    private static PartnerException open() {
        return PartnerException.unasked(Fault.UNAVAILABLE, "circuit is open");
    }

    private Circuit circuit(String path) {
        if (path.startsWith(base)) {
            return circuits.ofKnown(step(path, base.length()));
        }
        boolean absolute =
                path.regionMatches(true, 0, "http://", 0, 7) || path.regionMatches(true, 0, "https://", 0, 8);
        return absolute ? circuits.of(Circuits.OTHER) : circuits.of(step(path, 0));
    }

    private static String step(String path, int from) {
        for (int end = from; end < path.length(); end++) {
            char character = path.charAt(end);
            if (character == '/' || character == '?') {
                return path.substring(from, end);
            }
        }
        return path.substring(from);
    }

    /** One call with its retries. */
    private final class GuardedCall {

        private final HttpCall call;
        private final Deadline deadline;
        private final Circuit circuit;
        private final Hedging.Hedged hedged;

        GuardedCall(HttpCall call, Deadline deadline) {
            this.call = call;
            this.deadline = deadline;
            circuit = circuit(call.path());
            hedged = hedging.new Hedged(circuit);
        }

        Mono<HttpReply> answer() {
            // Deferred: whoever takes no answer any more is not to take a turn of the circuit either.
            return hedged.answer(Mono.defer(() -> attempt(0, OPEN)), this::second);
        }

        /** Sends it beside the first; empty where the circuit has opened. */
        private Mono<HttpReply> second() {
            return circuit.turn(deadline.left())
                    .map(turn -> {
                        circuit.hedged();
                        return sent(turn, NO_MORE, Mono.empty());
                    })
                    .orElse(Mono.empty());
        }

        /**
         * Sends it.
         *
         * @param made how often it was sent again before
         * @param last what came of that, to be told when it is not sent once more
         */
        private Mono<HttpReply> attempt(int made, Mono<HttpReply> last) {
            var turn = circuit.turn(deadline.left()).orElse(null);
            if (turn == null) {
                return last;
            }
            if (made == 0) {
                retries.called();
            } else {
                circuit.retried();
            }
            return sent(turn, made, last);
        }

        private Mono<HttpReply> sent(Circuit.Turn turn, int made, Mono<HttpReply> last) {
            var before = new BeforeSending() {
                // A call may wait for its connection as long as a partner hangs or others ask it: by then more is
                // known.
                @Override
                public void check() {
                    if (!turn.lasts()) {
                        throw open();
                    }
                    if (turn.waitedTooLong(deadline.left())) {
                        throw PartnerException.unasked(Fault.TIMED_OUT, "waited too long for a connection");
                    }
                }

                @Override
                public void sends() {
                    turn.sends();
                    if (made == 0) {
                        hedged.sends();
                    }
                }
            };
            // Not onErrorResume beside flatMap: either would see what came of the next attempt too.
            return calls.send(call, deadline)
                    .contextWrite(before::into)
                    .doFinally(_ -> turn.released())
                    .materialize()
                    .flatMap(signal -> ended(signal, turn, made, last));
        }

        private Mono<HttpReply> ended(Signal<HttpReply> signal, Circuit.Turn turn, int made, Mono<HttpReply> last) {
            if (made == 0) {
                hedged.ended();
            }
            var reply = signal.get();
            if (reply != null) {
                return answered(reply, turn, made);
            }
            var failure = signal.getThrowable();
            if (failure instanceof PartnerException known) {
                return failed(known, turn, made, last);
            }
            return failure == null ? Mono.empty() : Mono.error(failure);
        }

        private Mono<HttpReply> answered(HttpReply reply, Circuit.Turn turn, int made) {
            var answer = Mono.just(reply);
            if (reply.successful()) {
                turn.answered();
                if (made == 0) {
                    hedged.answered();
                }
                return answer;
            }
            switch (reply.fault()) {
                case TIMED_OUT, UNAVAILABLE -> turn.failed();
                case RATE_LIMITED, INVALID_ANSWER, REFUSED -> turn.answered();
            }
            return retries.after(reply, made, deadline)
                    .map(wait -> again(wait, made, answer))
                    .orElse(answer);
        }

        private Mono<HttpReply> failed(PartnerException failure, Circuit.Turn turn, int made, Mono<HttpReply> last) {
            if (!failure.asked()) {
                turn.released();
                return made == 0 ? Mono.error(failure) : last;
            }
            switch (failure.fault()) {
                case UNAVAILABLE -> turn.failed();
                case TIMED_OUT -> {
                    if (deadline.passed()) {
                        turn.cutOff();
                    } else {
                        turn.failed();
                    }
                }
                case RATE_LIMITED, REFUSED, INVALID_ANSWER -> turn.answered();
            }
            var answer = Mono.<HttpReply>error(failure);
            return retries.after(failure, made, deadline)
                    .map(wait -> again(wait, made, answer))
                    .orElse(answer);
        }

        private Mono<HttpReply> again(Mono<Long> wait, int made, Mono<HttpReply> last) {
            return wait.then(Mono.defer(() -> attempt(made + 1, last)));
        }
    }
}
