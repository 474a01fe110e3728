package care.weft.gateway.advice;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A count that may be published.
 *
 * @param value null where every month's count is too small; otherwise the sum of those that are not
 * @param suppressed whether a month was left out, so that the value is at least this
 */
public record Figure(@Nullable Integer value, boolean suppressed) {

    /** Counts from 1 up to here are not told. */
    public static final int SMALLEST = 5;

    private static final Figure HIDDEN = new Figure(null, true);

    /** One month's count by itself. */
    static Figure of(int count) {
        return count > 0 && count < SMALLEST ? HIDDEN : new Figure(count, false);
    }

    static Figure hidden() {
        return HIDDEN;
    }

    static Figure none() {
        return new Figure(0, false);
    }

    boolean isTold() {
        return value != null && !suppressed;
    }

    /**
     * The parts of a month's count. Small ones are hidden; and as many more, the smallest first, as it takes so that nobody can
     * reckon a hidden one from the whole and the rest. Of a hidden
     * whole every part is hidden.
     *
     * @param counts that make up the whole together
     */
    static List<Figure> parts(Figure whole, List<Integer> counts) {
        if (!whole.isTold()) {
            return counts.stream().map(_ -> HIDDEN).toList();
        }
        var hidden = new boolean[counts.size()];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = !of(counts.get(i)).isTold();
        }
        for (int smallest = toHide(counts, hidden); smallest > 0; smallest = toHide(counts, hidden)) {
            // All of them: which of two alike was taken would tell something.
            for (int i = 0; i < hidden.length; i++) {
                hidden[i] |= counts.get(i) == smallest;
            }
        }
        var parts = new Figure[hidden.length];
        for (int i = 0; i < hidden.length; i++) {
            parts[i] = hidden[i] ? HIDDEN : of(counts.get(i));
        }
        return Arrays.asList(parts);
    }

    /** How large the parts are that must be hidden next; 0 when enough are hidden. */
    private static int toHide(List<Integer> counts, boolean[] hidden) {
        int many = 0;
        int sum = 0;
        boolean small = true;
        int smallest = Integer.MAX_VALUE;
        for (int i = 0; i < hidden.length; i++) {
            int count = counts.get(i);
            if (hidden[i]) {
                many++;
                sum += count;
                small &= count < SMALLEST;
            } else if (count > 0) {
                smallest = Math.min(smallest, count);
            }
        }
        // Of nothing but small ones the least and the most that they can be together would tell each.
        boolean telling = small && (sum == many || sum == many * (SMALLEST - 1));
        boolean enough = many == 0 || (many > 1 && sum >= SMALLEST && !telling);
        return enough || smallest == Integer.MAX_VALUE ? 0 : smallest;
    }

    /** Of several months together: what is hidden of one is hidden in the sum. */
    Figure plus(Figure other) {
        Integer sum = value == null ? other.value : Integer.valueOf(value + (other.value == null ? 0 : other.value));
        boolean nothing = sum == null || (sum == 0 && (suppressed || other.suppressed));
        return new Figure(nothing ? null : sum, suppressed || other.suppressed);
    }
}
