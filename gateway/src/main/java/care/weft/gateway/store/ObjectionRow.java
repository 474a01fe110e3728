package care.weft.gateway.store;

import java.time.Instant;

/**
 * One step of a person's objection to sharing: that it was made, or withdrawn. {@link #toString()} is redacted.
 *
 * @param id of the objection
 * @param person sealed
 * @param basis why, and how the person said so
 * @param issuer and
 * @param caller together, who recorded it
 * @param at when
 */
public record ObjectionRow(
        String id, String person, String basis, String issuer, String caller, String callerName, Instant at) {

    @Override
    public String toString() {
        return "ObjectionRow[" + id + "]";
    }
}
