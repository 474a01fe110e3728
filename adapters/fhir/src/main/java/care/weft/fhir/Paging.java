package care.weft.fhir;

/**
 * How much of a search is read.
 *
 * @param maxPages pages fetched at most, 1 or more
 * @param maxEntries matches kept at most, 1 or more
 */
public record Paging(int maxPages, int maxEntries) {

    public static final Paging STANDARD = new Paging(20, 2_000);

    public Paging {
        if (maxPages < 1 || maxEntries < 1) {
            throw new IllegalArgumentException("maxPages and maxEntries are 1 or more");
        }
    }
}
