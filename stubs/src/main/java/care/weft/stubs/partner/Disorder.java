package care.weft.stubs.partner;

/** What becomes of a partner system's own answers on their way out. Safe for concurrent use. */
@FunctionalInterface
public interface Disorder {

    /** All is well. */
    Disorder NONE = (_, _, answer) -> answer;

    /**
     * The answer that is sent.
     *
     * @param kind of the call, as calls are counted
     * @param answer the right one
     */
    Answer instead(String kind, Call call, Answer answer);
}
