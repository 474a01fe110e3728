package care.weft.gateway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SdlTests {

    /** Fields that may be null in the SDL though Java's value never is, and why. */
    private static final Map<String, String> NULLABLE_ALL_THE_SAME = Map.of(
            "Appointment.when", "as in CareRecord: with another nullness no query could ask it of several kinds");

    private final TypeDefinitionRegistry served = Sdl.served();

    @Test
    void everythingSaysWhatItIs() {
        assertThat(served.types()).isNotEmpty();
        assertThat(Descriptions.missing(served)).isEmpty();
    }

    @Test
    void javaAnswersEveryFieldAsTheSdlSays() {
        var expected = NULLABLE_ALL_THE_SAME.keySet().stream()
                .map(coordinate -> coordinate + " may be null in the SDL, and never is in Java")
                .toList();

        assertThat(Fields.problems(served, GatewaySide.read())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void enumsHaveTheSameValues() {
        assertThat(Enums.problems(served, GatewaySide.read())).isEmpty();
    }

    @Test
    void whatIsAgreedIsServed() {
        assertThat(Agreement.broken(Sdl.parse(AgreedShape.SDL), served)).isEmpty();
    }
}
