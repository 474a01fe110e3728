package care.weft.gateway.person;

import care.weft.spi.model.NhsNumber;
import java.time.Instant;

/**
 * A person's objection to their records being shared here.
 *
 * @param basis why, and how the person said so
 * @param recordedBy name of who recorded it
 * @param recordedAt since when it holds
 */
public record Objection(String id, NhsNumber nhsNumber, String basis, String recordedBy, Instant recordedAt) {

    @Override
    public String toString() {
        return "Objection[" + id + "]";
    }
}
