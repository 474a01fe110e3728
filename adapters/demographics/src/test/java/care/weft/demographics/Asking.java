package care.weft.demographics;

import care.weft.spi.Actor;
import care.weft.spi.AdapterSettings;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.LocateRequest;
import care.weft.spi.PartnerAdapter;
import care.weft.spi.PartnerContext;
import care.weft.spi.PersonReply;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.SectionRequest;
import care.weft.spi.StandardWindow;
import care.weft.spi.Subject;
import care.weft.spi.Traced;
import care.weft.spi.Traces;
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
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Asks a fake register as the gateway does, on 10 March 2026. */
final class Asking {

    static final String NUMBER = "9990000107";
    static final String OTHER_NUMBER = "9990000131";
    static final String PATIENT = "Patient/" + NUMBER;
    static final String RELATED = PATIENT + "/RelatedPerson";
    static final NhsNumber NHS_NUMBER = new NhsNumber(NUMBER);
    static final PersonKey PERSON = PersonKey.of(NHS_NUMBER);
    static final Deadline DEADLINE = Deadline.in(Duration.ofHours(1));

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    private static final Endpoint ENDPOINT =
            new Endpoint("demographics", URI.create("https://register.example/personal-demographics/FHIR/R4"));

    private Asking() {}

    static Actor actor(@Nullable String organisation) {
        return new Actor("u1", "A. User", "nurse", organisation, null);
    }

    static PartnerAdapter adapter(FakeRegister register, Map<String, String> settings) {
        return new DemographicsAdapterProvider()
                .open(new PartnerContext(
                        new PartnerId("demographics"), new AdapterSettings(settings), register, CLOCK));
    }

    static Mono<Traced> tracing(FakeRegister register) {
        var request = new LocateRequest(PERSON, NHS_NUMBER, ENDPOINT, actor("RX9"), PurposeOfUse.TREAT, DEADLINE);
        return ((Traces) adapter(register, Map.of())).trace(request);
    }

    static Traced trace(FakeRegister register) {
        return Objects.requireNonNull(tracing(register).block());
    }

    static SectionRequest request(Section section, @Nullable String organisation) {
        return new SectionRequest(
                section,
                List.of(new Subject(PERSON, NHS_NUMBER, null)),
                StandardWindow.EVERYTHING.on(TODAY),
                ENDPOINT,
                actor(organisation),
                PurposeOfUse.TREAT,
                DEADLINE);
    }

    static PersonReply read(FakeRegister register, Section section) {
        return Objects.requireNonNull(adapter(register, Map.of())
                .read(request(section, "RX9"))
                .single()
                .block());
    }

    static PersonReply.Found found(FakeRegister register, Section section) {
        return (PersonReply.Found) read(register, section);
    }
}
