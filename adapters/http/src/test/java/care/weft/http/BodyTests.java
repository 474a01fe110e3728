package care.weft.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyTests {

    @Test
    void partsAreJoinedWhateverLengthWasExpected() {
        for (int expected : new int[] {0, 1, 5, 8, 1000}) {
            var body = new Body(expected, 1000);
            add(body, "abc");
            add(body, "");
            add(body, "defgh");
            assertThat(body.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("abcdefgh");
        }
    }

    @Test
    void theLimitMayBeReachedAndNotPassed() {
        var body = new Body(2, 4);
        add(body, "abcd");
        assertThat(body.bytes()).hasSize(4);
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> add(body, "e"))
                .withMessage("body is larger than 4 bytes")
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(Fault.INVALID_ANSWER));
    }

    /** Whoever promises much and sends little takes no memory with it. */
    @Test
    void whatIsPromisedIsNotSetAsideBeforeItComes() {
        var body = new Body(1_000_000, 2_000_000);
        add(body, "a".repeat(300_000));
        add(body, "b".repeat(700_000));
        assertThat(body.bytes()).hasSize(1_000_000).endsWith('b').startsWith('a');
    }

    private static void add(Body body, String part) {
        body.add(Unpooled.copiedBuffer(part, StandardCharsets.UTF_8));
    }
}
