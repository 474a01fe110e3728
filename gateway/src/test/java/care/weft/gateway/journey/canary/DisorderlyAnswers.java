package care.weft.gateway.journey.canary;

import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.Disorder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The answers of a partner that now and then sends one caller what the one before who asked the same had, which is mostly of
 * another person, and now and then every record twice.
 */
final class DisorderlyAnswers implements Disorder {

    /** In a hundred. */
    private static final int MIXED_UP = 2;

    private static final int DOUBLED = 2;

    /** Practices' addresses are the same for everybody, and are kept for a day. */
    private static final Pattern OF_PRACTICES = Pattern.compile("Device|Endpoint");

    /** One without anybody's records would be right for many. */
    private static final Pattern RECORDS =
            Pattern.compile("\"(entry|rows)\":\\[\\{|\"resourceType\":\"(Patient|RelatedPerson)\"");

    private static final Pattern NHS_NUMBER = Pattern.compile("\\b\\d{10}\\b");

    private volatile boolean mixes;
    private final Map<String, Said> last = new ConcurrentHashMap<>();
    private final AtomicInteger mixedUp = new AtomicInteger();
    private final AtomicInteger doubled = new AtomicInteger();

    private record Said(Call call, Answer answer) {

        boolean isTo(Call other) {
            return call.path().equals(other.path())
                    && call.query().equals(other.query())
                    && call.body().equals(other.body());
        }
    }

    @Override
    public Answer instead(String kind, Call call, Answer answer) {
        if (OF_PRACTICES.matcher(kind).matches()) {
            return answer;
        }
        boolean records =
                answer.status() == 200 && RECORDS.matcher(answer.body()).find();
        var like = like(kind, call);
        var before = records ? last.put(like, new Said(call, answer)) : last.get(like);
        int chance = ThreadLocalRandom.current().nextInt(100);
        if (mixes && chance < MIXED_UP && before != null && !before.isTo(call)) {
            mixedUp.incrementAndGet();
            return before.answer();
        }
        if (records && chance >= 100 - DOUBLED) {
            doubled.incrementAndGet();
            return new Answer(answer.status(), answer.headers(), twice(answer.body()));
        }
        return answer;
    }

    /** What a call has in common with those that ask the same of other people. */
    private static String like(String kind, Call call) {
        return kind + call.query().keySet() + NHS_NUMBER.matcher(call.body()).replaceAll("");
    }

    /** From now on. */
    void mixUp() {
        mixes = true;
    }

    int mixedUp() {
        return mixedUp.get();
    }

    int doubled() {
        return doubled.get();
    }

    private static String twice(String page) {
        var json = JsonMapper.shared().readTree(page);
        for (var name : new String[] {"entry", "rows"}) {
            if (json.get(name) instanceof ArrayNode records) {
                records.addAll(records.deepCopy());
            }
        }
        return json.toString();
    }
}
