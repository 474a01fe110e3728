package care.weft.spi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NhsNumberTests {

    @Property
    void ofEveryNineDigitsAtMostOneCheckDigitIsTrue(@ForAll @IntRange(min = 999_000_000, max = 999_999_999) int nine) {
        long valid = IntStream.rangeClosed(0, 9)
                .filter(check -> NhsNumber.parse(nine + "" + check).isPresent())
                .count();

        assertThat(valid).isLessThanOrEqualTo(1);
    }

    @Property
    void oneMistypedDigitIsAlwaysFound(
            @ForAll @IntRange(min = 999_000_000, max = 999_999_999) int nine,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        for (int check = 0; check <= 9; check++) {
            var right = nine + "" + check;
            if (NhsNumber.parse(right).isPresent()) {
                var wrong = new StringBuilder(right);
                wrong.setCharAt(place, (char) ('0' + (right.charAt(place) - '0' + shift) % 10));

                assertThat(NhsNumber.parse(wrong.toString())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9990000018", "999 000 0018", "999-000-0018", " 9990000018 "})
    void spacesAndHyphensDoNotMatter(String written) {
        assertThat(NhsNumber.parse(written)).hasValue(new NhsNumber("9990000018"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9990000019",
                "999000001",
                "99900000180",
                "٩٩٩٠٠٠٠٠١٨",
                "1111111111",
                "9990000018; drop",
                "9990000018                              "
            })
    void whatIsNotANumberIsAbsent(String written) {
        assertThat(NhsNumber.parse(written)).isEmpty();
    }

    @Test
    void aWrongNumberIsRefusedWithoutRepeatingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NhsNumber("9990000019"))
                .withMessageNotContaining("9990000019");
    }

    @Test
    void itNeverPrintsItself() {
        var number = new NhsNumber("9990000018");

        assertThat(number + " " + PersonKey.of(number) + " " + Owner.of(number) + " " + new LocalId("9990000018"))
                .doesNotContain("9990000018");
    }
}
