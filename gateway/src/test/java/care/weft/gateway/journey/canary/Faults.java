package care.weft.gateway.journey.canary;

import care.weft.stubs.Stubs;
import care.weft.stubs.demographics.DemographicsStub;
import care.weft.stubs.fault.NetworkFault;
import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.Disorder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Lets one partner after the other fail for a moment, in one way or another, at random; and all of them answer in disorder now and then. */
final class Faults {

    /** How many calls in a hundred are answered with what the call before was answered. */
    private static final int MIXED_UP = 2;
    /** How many in a hundred have every record twice. */
    private static final int TWICE = 2;

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
            new Trouble(NetworkFault.DELAY, 100),
            new Trouble(NetworkFault.STRAGGLE, 400),
            new Trouble(NetworkFault.STRAGGLE, 100),
            new Trouble(NetworkFault.STRAGGLE, 100),
            new Trouble(NetworkFault.FLAP, 5),
            new Trouble(NetworkFault.FLAP, 2));

    /** What is the same for everybody: practices' addresses are kept for a day, so that a wrong one would stay. */
    private static final Set<String> NOBODYS = Set.of("Device", "Endpoint", "other");

    private final Stubs stubs;
    private final LongAdder troubles = new LongAdder();
    private final LongAdder mixedUp = new LongAdder();
    private final LongAdder doubled = new LongAdder();

    Faults(Stubs stubs) {
        this.stubs = stubs;
    }

    /** Until the thread is interrupted; then all is well again. */
    void run(SplittableRandom random) {
        var partners = List.copyOf(stubs.partners().keySet());
        try {
            stubs.partners().forEach((id, partner) -> partner.disorder(disorderOf(id)));
            while (true) {
                var proxy = stubs.proxy(partners.get(random.nextInt(partners.size())));
                var trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
                Thread.sleep(Duration.ofMillis(random.nextInt(100, 1_500)));
                proxy.begin(trouble.fault(), trouble.amount());
                troubles.increment();
                Thread.sleep(Duration.ofMillis(random.nextInt(50, 500)));
                proxy.end();
            }
        } catch (InterruptedException over) {
            stubs.reset();
        }
    }

    /** How many replies went to somebody who had asked for something else. */
    long mixedUp() {
        return mixedUp.sum();
    }

    long doubled() {
        return doubled.sum();
    }

    long troubles() {
        return troubles.sum();
    }

    private Disorder disorderOf(String partner) {
        // A register that tells of somebody else is believed: see the hazard of the wrong person.
        boolean mayMixUp = !partner.equals(DemographicsStub.PARTNER);
        return new Disorder() {
            private final Map<String, Said> last = new ConcurrentHashMap<>();

            @Override
            public Answer instead(String kind, Call call, Answer answer) {
                if (NOBODYS.contains(kind)) {
                    return answer;
                }
                var before = last.put(kind, new Said(call, answer));
                int chance = ThreadLocalRandom.current().nextInt(100);
                if (mayMixUp && chance < MIXED_UP && before != null && !before.isSame(call)) {
                    mixedUp.increment();
                    return before.answer();
                }
                if (chance >= 100 - TWICE && answer.status() == 200) {
                    doubled.increment();
                    return new Answer(200, answer.headers(), twice(answer.body()));
                }
                return answer;
            }
        };
    }

    private record Said(Call call, Answer answer) {
        boolean isSame(Call other) {
            return call.path().equals(other.path())
                    && call.query().equals(other.query())
                    && call.body().equals(other.body());
        }
    }

    private static String twice(String page) {
        var json = JsonMapper.shared().readTree(page);
        for (var name : List.of("entry", "rows")) {
            if (json.get(name) instanceof ArrayNode records) {
                records.addAll(records.deepCopy());
            }
        }
        return json.toString();
    }
}
