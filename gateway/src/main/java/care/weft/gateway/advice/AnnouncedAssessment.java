package care.weft.gateway.advice;

import care.weft.gateway.advice.rules.AssessedSubject;
import care.weft.gateway.store.AnnouncementRow;
import care.weft.spi.model.CareSetting;
import care.weft.spi.model.Contact;
import care.weft.spi.model.Organisation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to have announced. {@link #toString()} is redacted.
 *
 * @param id of the caller and the key alone: the same for the same two
 * @param key what the caller calls it, so that the same announcement sent again is the same announcement
 * @param person sealed
 * @param domains what is asked; empty for all of the instrument
 * @param partner whose plan it is: a partner's id, or an organisation that is no partner
 */
public record AnnouncedAssessment(
        String id,
        String key,
        String person,
        String instrument,
        AssessedSubject subject,
        CareSetting setting,
        List<String> domains,
        String partner,
        @Nullable Organisation organisation,
        @Nullable String team,
        String caller,
        String who,
        Instant when,
        String where,
        Contact contact) {

    public AnnouncedAssessment {
        domains = List.copyOf(domains);
    }

    AnnouncementRow row(Instant now, Duration keptAfter) {
        return new AnnouncementRow(
                id,
                person,
                instrument,
                subject.kind().name(),
                subject.carer(),
                setting.name(),
                domains,
                partner,
                organisation == null ? null : organisation.odsCode(),
                organisation == null ? null : organisation.name(),
                team,
                caller,
                who,
                when,
                where,
                contact.phone(),
                contact.email(),
                contact.hours(),
                now,
                when.plus(keptAfter),
                key,
                digest(),
                null,
                null,
                null);
    }

    /** Of all that is announced. */
    String digest() {
        var parts = new String[] {
            person,
            instrument,
            subject.toString(),
            setting.name(),
            domains.toString(),
            partner,
            String.valueOf(organisation),
            String.valueOf(team),
            who,
            when.toString(),
            where,
            contact.toString()
        };
        try {
            var text = new StringBuilder();
            for (var part : parts) {
                text.append(part.length()).append(':').append(part);
            }
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "AnnouncedAssessment[" + id + "]";
    }
}
