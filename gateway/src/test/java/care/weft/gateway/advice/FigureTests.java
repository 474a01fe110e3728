package care.weft.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTests {

    @Test
    void smallCountsAreNotToldAndNoneAtAllIs() {
        assertThat(Figure.of(0)).isEqualTo(new Figure(0, false));
        assertThat(Figure.of(1).value()).isNull();
        assertThat(Figure.of(4).value()).isNull();
        assertThat(Figure.of(5)).isEqualTo(new Figure(5, false));
    }

    @Test
    void aSmallPartCannotBeReckonedFromTheWholeAndTheRest() {
        assertThat(values(List.of(20, 2, 9))).containsExactly(20, null, null);
        assertThat(values(List.of(20, 1, 1))).containsExactly(null, null, null);
        assertThat(values(List.of(20, 3, 4))).containsExactly(20, null, null);
        assertThat(values(List.of(20, 0, 9))).containsExactly(20, 0, 9);
        assertThat(values(List.of(3, 0, 0))).containsExactly(null, null, null);
    }

    private static List<Integer> values(List<Integer> counts) {
        var values = new ArrayList<Integer>();
        published(counts).stream().skip(1).forEach(figure -> values.add(figure.value()));
        return values;
    }

    private static List<Figure> published(List<Integer> counts) {
        var whole = Figure.of(counts.stream().mapToInt(Integer::intValue).sum());
        var published = new ArrayList<>(List.of(whole));
        published.addAll(Figure.parts(whole, counts));
        return published;
    }

    /** Whoever knows the rule too finds for every hidden part at least two counts that would be published alike. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void whateverTheCountsNoHiddenOneCanBeTold(int parts) {
        Map<List<Figure>, List<Set<Integer>>> possible = new HashMap<>();
        for (var counts : all(parts)) {
            var seen = possible.computeIfAbsent(published(counts), _ -> {
                var sets = new ArrayList<Set<Integer>>();
                counts.forEach(_ -> sets.add(new HashSet<>()));
                return sets;
            });
            for (int i = 0; i < parts; i++) {
                seen.get(i).add(counts.get(i));
            }
        }

        possible.forEach((figures, counts) -> {
            for (int i = 0; i < parts; i++) {
                if (figures.get(i + 1).value() == null) {
                    assertThat(counts.get(i)).as(figures + " part " + i).hasSizeGreaterThan(1);
                }
            }
        });
    }

    private static List<List<Integer>> all(int parts) {
        var all = new ArrayList<List<Integer>>(List.of(List.of()));
        for (int part = 0; part < parts; part++) {
            var longer = new ArrayList<List<Integer>>();
            for (var begun : all) {
                for (int count = 0; count <= 10; count++) {
                    var counts = new ArrayList<>(begun);
                    counts.add(count);
                    longer.add(counts);
                }
            }
            all = longer;
        }
        return all;
    }

    @Test
    void whatIsHiddenOfAMonthIsHiddenInEveryPeriod() {
        var two = Figure.of(12).plus(Figure.of(3));

        assertThat(two).isEqualTo(new Figure(12, true));
        assertThat(Figure.of(3).plus(Figure.of(0))).isEqualTo(new Figure(null, true));
        assertThat(Figure.none().plus(Figure.of(7)).plus(Figure.of(8))).isEqualTo(new Figure(15, false));
        assertThat(Figure.of(3).plus(Figure.of(4))).isEqualTo(new Figure(null, true));
    }
}
