package care.weft.stubs.partner;

/** How one partner's system answers: a function of the call alone, safe for concurrent use. */
public interface PartnerSystem {

    /** The path below which all of it is, without a slash at the end. */
    String basePath();

    /** The name under which calls of this path are counted, such as the type of resource asked for. */
    String kind(String path);

    /** Answers a call, refusals included. */
    Answer answer(Call call);
}
