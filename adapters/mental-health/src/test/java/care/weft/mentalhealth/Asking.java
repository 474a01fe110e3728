package care.weft.mentalhealth;

import care.weft.spi.Actor;
import care.weft.spi.AdapterSettings;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.LocateRequest;
import care.weft.spi.Located;
import care.weft.spi.Locates;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerContext;
import care.weft.spi.PersonReply;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.SectionRequest;
import care.weft.spi.StandardWindow;
import care.weft.spi.Subject;
import care.weft.spi.model.Entry;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks a fake mental-health trust as the gateway does, for the patient with the local id {@code GM1}, on 10 March 2026. */
final class Asking {

    static final String NUMBER = nhsNumber(1);
    static final NhsNumber NHS_NUMBER = new NhsNumber(NUMBER);
    static final PersonKey PERSON = PersonKey.of(NHS_NUMBER);
    static final LocalId LOCAL_ID = new LocalId("GM1");
    static final Deadline DEADLINE = Deadline.in(Duration.ofHours(1));

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final Endpoint ENDPOINT =
            new Endpoint("mental-health", URI.create("https://trust.example/mhsds/v6"));
    private static final Actor ACTOR = new Actor("u1", "A. User", "nurse", "RX9", null);

    private Asking() {}

    static PartnerAdapter adapter(FakeTrust trust) {
        return adapter(trust, Map.of());
    }

    static PartnerAdapter adapter(FakeTrust trust, Map<String, String> settings) {
        return new MentalHealthAdapterProvider()
                .open(new PartnerContext(new PartnerId("mental-health"), new AdapterSettings(settings), trust, CLOCK));
    }

    static SectionRequest request(Section section, LocalId localId) {
        var window = section == Section.DEMOGRAPHICS ? StandardWindow.EVERYTHING : StandardWindow.TWO_YEARS_BACK;
        return new SectionRequest(
                section,
                List.of(new Subject(PERSON, NHS_NUMBER, localId)),
                window.on(TODAY),
                ENDPOINT,
                ACTOR,
                PurposeOfUse.TREAT,
                DEADLINE);
    }

    static PersonReply read(FakeTrust trust, Section section) {
        return read(trust, Map.of(), section);
    }

    static PersonReply read(FakeTrust trust, Map<String, String> settings, Section section) {
        return Objects.requireNonNull(adapter(trust, settings)
                .read(request(section, LOCAL_ID))
                .single()
                .block());
    }

    static PersonReply.Found found(FakeTrust trust, Section section) {
        return found(trust, Map.of(), section);
    }

    static PersonReply.Found found(FakeTrust trust, Map<String, String> settings, Section section) {
        return (PersonReply.Found) read(trust, settings, section);
    }

    /** The one entry of an answer that is whole. */
    static <E extends Entry> E one(FakeTrust trust, Section section, Class<E> kind) {
        return one(trust, Map.of(), section, kind);
    }

    static <E extends Entry> E one(FakeTrust trust, Map<String, String> settings, Section section, Class<E> kind) {
        var found = found(trust, settings, section);
        if (!found.rejected().isEmpty() || found.entries().size() != 1) {
            throw new AssertionError("Not one entry: " + found.entries().size() + " and " + found.rejected());
        }
        return kind.cast(found.entries().getFirst());
    }

    static Located locate(FakeTrust trust) {
        var request = new LocateRequest(PERSON, NHS_NUMBER, ENDPOINT, ACTOR, PurposeOfUse.TREAT, DEADLINE);
        return Objects.requireNonNull(((Locates) adapter(trust)).locate(request).block());
    }

    /** A number of the test range with a true check digit: the first at or after this one that has one. */
    static String nhsNumber(int from) {
        for (int serial = from; ; serial++) {
            var nine = "999%06d".formatted(serial);
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += (nine.charAt(i) - '0') * (10 - i);
            }
            int check = (11 - sum % 11) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }
}
