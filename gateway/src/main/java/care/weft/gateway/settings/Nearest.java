package care.weft.gateway.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds what someone probably meant. */
public final class Nearest {

    private Nearest() {}

    /**
     * The known word that is nearest to the written one.
     *
     * @param known not empty
     */
    public static String to(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(each -> distance(written, each)))
                .orElseThrow();
    }

    /** How many letters must be added, removed or changed to get from one to the other. */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
