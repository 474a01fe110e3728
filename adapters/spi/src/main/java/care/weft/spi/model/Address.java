package care.weft.spi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a person lives. {@link #toString()} is redacted. */
public record Address(
        List<String> lines, @Nullable String city, @Nullable String postcode) {

    public Address {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
