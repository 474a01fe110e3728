package care.weft.gateway.audit;

/** What a check of the whole trail found. */
public sealed interface Verification {

    /**
     * Every row of every node is as it was written and in its place, and no row is missing up to where each chain was signed
     * last.
     *
     * @param events how many rows that is
     * @param heads how many signed heads were held against their rows; with none, rows dropped from the end do not show
     */
    record Intact(long events, long heads) implements Verification {

        /** Without heads. */
        public Intact(long events) {
            this(events, 0);
        }
    }

    /**
     * The first row of a node that is not what it must be.
     *
     * @param sequence where it is, or where it should be
     * @param reason in plain words
     */
    record Broken(String node, long sequence, String reason) implements Verification {}
}
