package care.weft.spi.model;

import org.jspecify.annotations.Nullable;

/**
 * One way to reach a person. {@link #toString()} is redacted.
 *
 * @param kind {@code phone}, {@code email}, {@code sms} or another of FHIR's contact point systems
 * @param use {@code home}, {@code work}, {@code mobile}, when stated
 */
public record Telecom(String kind, String value, @Nullable String use) {

    @Override
    public String toString() {
        return "Telecom[redacted]";
    }
}
