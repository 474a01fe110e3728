package care.weft.gateway.person;

import care.weft.gateway.fanout.SourceAnswer;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.RecordSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or some team that is involved in a person's care.
 *
 * @param role in words
 * @param contact their own; null where the record gives none
 * @param lastContact the latest appointment with them that took place; null when none is known
 * @param nextContact the next one that is booked; null when none is known
 * @param record the record that states it or from which it follows
 * @param source the partner's answer that the record came in
 */
public record Involved(
        @Nullable Organisation organisation,
        @Nullable String team,
        @Nullable String role,
        @Nullable Practitioner practitioner,
        @Nullable Contact contact,
        @Nullable PartialDate since,
        @Nullable Instant lastContact,
        @Nullable Instant nextContact,
        boolean keyWorker,
        InvolvementBasis basis,
        RecordSource record,
        SourceAnswer source) {

    Involved seen(@Nullable Instant last, @Nullable Instant next) {
        return new Involved(
                organisation, team, role, practitioner, contact, since, last, next, keyWorker, basis, record, source);
    }
}
