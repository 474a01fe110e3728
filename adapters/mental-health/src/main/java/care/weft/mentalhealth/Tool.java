package care.weft.mentalhealth;

import care.weft.spi.model.Coding;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool by which people are assessed.
 *
 * @param name its name in the table of tools
 * @param snomed its SNOMED CT code as a whole; null where it has none that is known for sure
 * @param items what is scored, by SNOMED CT code
 */
record Tool(
        String name, String title, Total total, @Nullable String snomed, Map<String, Item> items) {

    static final String SNOMED_CT = "http://snomed.info/sct";

    private static final String TOOLS = "urn:mhsds:v6:assessment-tool";

    /** Where the total comes from. */
    enum Total {
        /** It is the sum of all items, and only of all. */
        SUM,
        /** It is sent as one of the scores. */
        SENT,
        /** The tool has none. */
        NONE
    }

    /**
     * Something that is scored.
     *
     * @param lowest the lowest valid score, whatever else stands there says that none was given
     * @param isTotal whether its score is the tool's total
     */
    record Item(BigDecimal lowest, BigDecimal highest, boolean isTotal) {

        boolean allows(BigDecimal score) {
            return score.compareTo(lowest) >= 0 && score.compareTo(highest) <= 0;
        }
    }

    Tool {
        items = Map.copyOf(items);
    }

    Coding coding() {
        return snomed == null ? new Coding(TOOLS, name, title) : new Coding(SNOMED_CT, snomed, title);
    }
}
