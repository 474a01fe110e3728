package care.weft.gateway.journey.canary;

import care.weft.stubs.Stubs;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.fault.NetworkFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;

/** Lets one partner after the other fail for a moment, at random, while all of them answer in disorder now and then. */
final class Faults {

    private record Trouble(NetworkFault fault, int amount) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble(NetworkFault.REFUSE, 0),
            new Trouble(NetworkFault.HANG, 0),
            new Trouble(NetworkFault.EMPTY, 0),
            new Trouble(NetworkFault.HALF_CLOSE, 0),
            new Trouble(NetworkFault.RESET, 0),
            new Trouble(NetworkFault.RESET_IN_BODY, 0),
            new Trouble(NetworkFault.CUT_SHORT, 0),
            new Trouble(NetworkFault.TOO_LONG, 0),
            new Trouble(NetworkFault.TRICKLE_BODY, 20_000),
            new Trouble(NetworkFault.FLAP, 5),
            new Trouble(NetworkFault.FLAP, 20),
            // Slow, and out of order.
            new Trouble(NetworkFault.DELAY, 50),
            new Trouble(NetworkFault.STRAGGLE, 400),
            new Trouble(NetworkFault.STRAGGLE, 100),
            new Trouble(NetworkFault.STRAGGLE, 30));

    private final Stubs stubs;
    private final SplittableRandom random;
    private final Map<String, DisorderlyAnswers> disorders = new ConcurrentSkipListMap<>();
    private int begun;

    Faults(Stubs stubs, SplittableRandom random) {
        this.stubs = stubs;
        this.random = random;
    }

    /** Until the thread is interrupted; then all is well again. */
    void run() {
        var partners = List.copyOf(stubs.partners().keySet());
        stubs.partners()
                .forEach(
                        (id, partner) -> partner.disorder(disorders.computeIfAbsent(id, _ -> new DisorderlyAnswers())));
        try {
            while (true) {
                Thread.sleep(Duration.ofMillis(random.nextInt(400, 3_000)));
                var proxy = stubs.proxy(partners.get(random.nextInt(partners.size())));
                var trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
                proxy.begin(trouble.fault(), trouble.amount());
                begun++;
                Thread.sleep(Duration.ofMillis(random.nextInt(50, 400)));
                proxy.end();
            }
        } catch (InterruptedException over) {
            stubs.reset();
        }
    }

    /**
     * Lets partners mix up their callers from now on. All but the register: one that tells of somebody else cannot be told apart from
     * one that knows better, see the hazard of the wrong person.
     */
    void mixUp() {
        disorders.forEach((partner, disorder) -> {
            if (!partner.equals(DemographicsStub.PARTNER)) {
                disorder.mixUp();
            }
        });
    }

    /** Answers that were those of another call. */
    int mixedUp() {
        return disorders.values().stream().mapToInt(DisorderlyAnswers::mixedUp).sum();
    }

    String report() {
        return "%d faults of connections, %,d answers of another call, %,d with every record twice"
                .formatted(
                        begun,
                        mixedUp(),
                        disorders.values().stream()
                                .mapToInt(DisorderlyAnswers::doubled)
                                .sum());
    }
}
