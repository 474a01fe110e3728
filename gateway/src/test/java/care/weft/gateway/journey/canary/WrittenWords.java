package care.weft.gateway.journey.canary;

import care.weft.stubs.partner.Answer;
import care.weft.stubs.partner.Call;
import care.weft.stubs.partner.Disorder;
import care.weft.stubs.population.Canaries;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers of a partner as they pass, and notes each field in which somebody wrote words without the person's mark. */
final class WrittenWords implements Disorder {

    /** Two words at least. */
    private static final Pattern WORDS = Pattern.compile("\\p{L} \\p{L}");

    /**
     * The words of a code, of a question or of a slot; the names of organisations, workers, places and people, and where these live;
     * what a partner says of the answer itself. All of them are the same for whomever they concern.
     */
    private static final Pattern NOT_FREE = Pattern.compile(String.join(
            "|",
            "(coding|tag|class)/display",
            "(rganization|partOf|performer|requester|erviceProvider|eneralPractitioner|owner|actor)/display",
            "(resource|contained)/name",
            "name/(family|given)",
            "address/line",
            "(serviceCategory|serviceType|item)/text",
            "emptyReason/text|note/text|resource/title|issue/(details/text|diagnostics)",
            "rows/(Person|OrgID|CareProf|WardCode|SiteID)\\w*",
            // Dates that cannot be read.
            "rows/\\w*(Date|Timestamp)"));

    private final Set<String> unmarked;
    private final String partner;
    private final LongAdder marked = new LongAdder();

    /**
     * What stands between a partner and the gateway.
     *
     * @param unmarked takes the fields
     */
    WrittenWords(String partner, Set<String> unmarked) {
        this.partner = partner;
        this.unmarked = unmarked;
    }

    static Set<String> none() {
        return new ConcurrentSkipListSet<>();
    }

    @Override
    public Answer instead(String kind, Call call, Answer answer) {
        if (answer.body().startsWith("{")) {
            read(kind, JsonMapper.shared().readTree(answer.body()));
        }
        return answer;
    }

    /** How many texts carry a mark. */
    long marked() {
        return marked.sum();
    }

    private void read(String path, JsonNode json) {
        if (json.isString() && WORDS.matcher(json.asString()).find()) {
            if (Canaries.PATTERN.matcher(json.asString()).find()) {
                marked.increment();
            } else if (!NOT_FREE.matcher(path).find()) {
                unmarked.add(partner + " " + path);
            }
        }
        if (json.isArray()) {
            json.forEach(element -> read(path, element));
        } else {
            json.properties().forEach(field -> read(path + "/" + field.getKey(), field.getValue()));
        }
    }
}
