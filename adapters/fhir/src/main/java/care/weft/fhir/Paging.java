package care.weft.fhir;

/**
 * How much of a search is read.
 *
 * @param maxPages pages fetched at most, 1 or more
 * @param maxEntries matches kept at most, 1 or more; of entries of every kind, tenfold as many are looked at
 */
public record Paging(int maxPages, int maxEntries) {

    public static final Paging STANDARD = new Paging(20, 2_000);

    /** Practitioners and places come along with the matches, and answers that are broken hold what is nothing. */
    private static final int ENTRIES_PER_MATCH = 10;

    public Paging {
        if (maxPages < 1 || maxEntries < 1) {
            throw new IllegalArgumentException("maxPages and maxEntries are 1 or more");
        }
    }

    /** How many entries of every kind are looked at. */
    long mostLookedAt() {
        return (long) ENTRIES_PER_MATCH * maxEntries;
    }
}
