package care.weft.gateway.audit;

/** What a check of the whole trail found. */
public sealed interface Verification {

    /**
     * Every row of every node is as it was written and in its place.
     *
     * @param events how many rows that is; keep it, with the newest hashes, to tell later whether rows were dropped from the
     *     end, which a chain alone cannot show
     */
    record Intact(long events) implements Verification {}

    /**
     * The first row of a node that is not what it must be.
     *
     * @param sequence where it is, or where it should be
     * @param reason in plain words
     */
    record Broken(String node, long sequence, String reason) implements Verification {}
}
