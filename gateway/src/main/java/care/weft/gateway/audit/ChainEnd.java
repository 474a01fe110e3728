package care.weft.gateway.audit;

/**
 * Where a node's chain ends.
 *
 * @param sequence of its newest row; 0 when it has none
 * @param hash of that row
 */
record ChainEnd(long sequence, String hash) {

    /** Of a node that has no row yet. */
    static final ChainEnd START = new ChainEnd(0, HashChain.START);
}
