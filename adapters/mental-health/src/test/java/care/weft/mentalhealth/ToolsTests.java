package care.weft.mentalhealth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsTests {

    private static final int[][] MULTIPLY = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[][] PERMUTE = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
        {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
        {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
        {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
        {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    @Test
    void everyCodeHasATrueCheckDigitSoThatNoneIsMistyped() {
        var codes = new HashSet<>(Tools.byItem().keySet());
        Tools.byItem().values().forEach(tool -> {
            if (tool.snomed() != null) {
                codes.add(tool.snomed());
            }
        });

        assertThat(codes).hasSizeGreaterThan(410).allMatch(ToolsTests::hasTrueCheckDigit);
    }

    @Test
    void toolsThatSendATotalHaveOneAndOthersHaveNone() {
        assertThat(Tools.byItem().values())
                .allSatisfy(tool -> assertThat(tool.items().values().stream().anyMatch(Tool.Item::isTotal))
                        .as(tool.name())
                        .isEqualTo(tool.total() == Tool.Total.SENT));
    }

    @ParameterizedTest
    @CsvSource({
        "979641000000103, HoNOS, 12, SUM, 273513009",
        "980871000000105, HoNOS-65+, 12, SUM,",
        "1053071000000106, HoNOS-ABI, 12, SUM,",
        "988301000000106, HoNOS-LD, 21, NONE,",
        "1037751000000109, DIALOG, 11, NONE,",
        "506701000000100, PHQ-9, 2, SENT, 720433000",
        "445455005, GAD-7, 1, SENT, 445455005",
        "1091081000000103, ReQoL-20, 1, SENT, 1091081000000103",
        "958361000000103, RCADS-parent, 16, SENT, 718672008",
        "711061000000109, ACE-R, 1, SENT, 711061000000109"
    })
    void codeOfAnItemTellsItsTool(String code, String name, int items, Tool.Total total, @Nullable String snomed) {
        var tool = Objects.requireNonNull(Tools.withItem(code));

        assertThat(tool.name()).isEqualTo(name);
        assertThat(tool.items()).hasSize(items);
        assertThat(tool.total()).isEqualTo(total);
        assertThat(tool.snomed()).isEqualTo(snomed);
    }

    @Test
    void unknownCodeIsOfNoTool() {
        assertThat(Tools.withItem("218023008")).isNull();
    }

    /** Verhoeff's. */
    private static boolean hasTrueCheckDigit(String code) {
        int check = 0;
        for (int i = 0; i < code.length(); i++) {
            check = MULTIPLY[check][PERMUTE[i % 8][code.charAt(code.length() - 1 - i) - '0']];
        }
        return check == 0;
    }
}
