package care.weft.stubs.partner;

import org.jspecify.annotations.Nullable;

/** How one partner's system answers: a function of the call alone, safe for concurrent use. */
public interface PartnerSystem {

    /** The path below which all of it is, without a slash at the end. */
    String basePath();

    /** The name under which calls of this path are counted, such as the type of resource asked for. */
    String kind(String path);

    /** Which of several places a call of this path is for, by which calls are counted too; null when it is for none of them. */
    default @Nullable String site(String path) {
        return null;
    }

    /** Answers a call, refusals included. */
    Answer answer(Call call);
}
