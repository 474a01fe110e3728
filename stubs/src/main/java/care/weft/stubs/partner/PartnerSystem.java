package care.weft.stubs.partner;

import org.jspecify.annotations.Nullable;

/** How one partner's system answers: a function of the call alone, safe for concurrent use. */
public interface PartnerSystem {

    /** The path below which all of it is, without a slash at the end. */
    String basePath();

    /** The name under which calls of this path are counted: its first step below the base path, such as the type of resource. */
    default String kind(String path) {
        return path.startsWith(basePath() + "/")
                ? path.substring(basePath().length() + 1).split("/", 2)[0]
                : "other";
    }

    /** Which of several places a call of this path is for, by which calls are counted too; null when it is for none of them. */
    default @Nullable String site(String path) {
        return null;
    }

    /** Answers a call, refusals included. */
    Answer answer(Call call);
}
