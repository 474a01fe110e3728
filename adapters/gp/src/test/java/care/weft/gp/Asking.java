package care.weft.gp;

import care.weft.spi.Actor;
import care.weft.spi.AdapterSettings;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerContext;
import care.weft.spi.PersonReply;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Entry;
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

/** Asks fake practices as the gateway does, on 10 March 2026. */
final class Asking {

    static final String NUMBER = "9990000107";
    static final NhsNumber NHS_NUMBER = new NhsNumber(NUMBER);
    static final PersonKey PERSON = PersonKey.of(NHS_NUMBER);
    static final Deadline DEADLINE = Deadline.in(Duration.ofHours(1));
    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    static final Actor ACTOR = new Actor("u1", "Dr Ada Mary Example", "gp", "RX9", "Example Trust");
    static final Map<String, String> SETTINGS = Map.of("asid", "200000000115");

    private Asking() {}

    static PartnerAdapter adapter(FakePractices practices) {
        return adapter(practices, SETTINGS, CLOCK);
    }

    static PartnerAdapter adapter(FakePractices practices, Map<String, String> settings, Clock clock) {
        return new GpAdapterProvider()
                .open(new PartnerContext(new PartnerId("gp"), new AdapterSettings(settings), practices, clock));
    }

    static SectionRequest request(Section section) {
        return request(section, ACTOR, DEADLINE);
    }

    static SectionRequest request(Section section, Actor actor, Deadline deadline) {
        var window = Objects.requireNonNull(new GpAdapterProvider()
                .profile(new AdapterSettings(SETTINGS))
                .sections()
                .get(section));
        return new SectionRequest(
                section,
                List.of(new Subject(PERSON, NHS_NUMBER, null)),
                window.on(TODAY),
                new Endpoint(
                        Capability.of(section).endpointId("P99001"),
                        URI.create("https://practice.example/P99001/fhir")),
                actor,
                PurposeOfUse.TREAT,
                deadline);
    }

    static PersonReply read(FakePractices practices, Section section) {
        return Objects.requireNonNull(
                adapter(practices).read(request(section)).single().block());
    }

    static PersonReply.Found found(FakePractices practices, Section section) {
        return (PersonReply.Found) read(practices, section);
    }

    /** The one entry of an answer that is whole. */
    static <E extends Entry> E one(FakePractices practices, Section section, Class<E> kind) {
        var found = found(practices, section);
        if (!found.rejected().isEmpty() || found.entries().size() != 1) {
            throw new AssertionError("Not one entry: " + found.entries().size() + " and " + found.rejected());
        }
        return kind.cast(found.entries().getFirst());
    }
}
