package care.weft.benchmark;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status of HTTP; 0 when nothing came
 * @param retryAfter as the header says it; null when there is none
 */
record Reply(int status, @Nullable String retryAfter, String body) {

    /**
     * Some partners write into an answer when it was made, and the floor hands that on; whether it was kept is what a scenario
     * measures. Nothing else may differ.
     */
    private static final Pattern VARIES = Pattern.compile("\"(?:timestamp|asOf|freshness)\":\"[^\"]*\"");

    /** The body without what may differ from one answer to the next; with the status before it, unless that is 200. */
    String text() {
        return status == 200 ? VARIES.matcher(body).replaceAll("") : status + " " + body;
    }
}
