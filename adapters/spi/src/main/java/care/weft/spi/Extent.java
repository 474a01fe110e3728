package care.weft.spi;

import java.util.List;

/**
 * What an answer covers.
 *
 * @param covered the period; may be narrower than asked
 * @param statuses the partner's statuses that it can hold, in its own words; empty for every status
 * @param truncated true when the partner holds more within the period than it sent or the adapter read
 */
public record Extent(DateWindow covered, List<String> statuses, boolean truncated) {

    public Extent {
        statuses = List.copyOf(statuses);
    }

    /** Everything within the period. */
    public static Extent whole(DateWindow covered) {
        return new Extent(covered, List.of(), false);
    }
}
