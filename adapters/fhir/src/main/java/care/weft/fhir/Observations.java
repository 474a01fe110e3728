package care.weft.fhir;

import care.weft.spi.model.AssessmentStatus;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an {@code Observation}, R4 or STU3, says as an assessment. */
public final class Observations {

    private Observations() {}

    public static AssessmentStatus status(Element observation) {
        return switch (Words.code(observation, "status")) {
            case "registered" -> AssessmentStatus.REQUESTED;
            case "preliminary" -> AssessmentStatus.IN_PROGRESS;
            case "final", "amended", "corrected" -> AssessmentStatus.COMPLETED;
            case "cancelled" -> AssessmentStatus.CANCELLED;
            case "entered-in-error" -> AssessmentStatus.ENTERED_IN_ERROR;
            default -> AssessmentStatus.UNKNOWN;
        };
    }

    /** A result that is a number, as such or in words. */
    public static @Nullable BigDecimal score(Element observation) {
        return Stream.of(
                        observation.at("valueQuantity").decimal("value"),
                        observation.decimal("valueInteger"),
                        observation.decimal("valueString"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
