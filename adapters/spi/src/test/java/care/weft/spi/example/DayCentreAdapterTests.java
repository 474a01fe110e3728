package care.weft.spi.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.weft.spi.Actor;
import care.weft.spi.AdapterSettings;
import care.weft.spi.DateWindow;
import care.weft.spi.Deadline;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.PartnerAdapterProvider;
import care.weft.spi.PartnerContext;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.Rejection;
import care.weft.spi.SectionRequest;
import care.weft.spi.Subject;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayCentreAdapterTests {

    private static final NhsNumber ADA = new NhsNumber("9990000018");
    private static final SectionRequest REQUEST = new SectionRequest(
            Section.APPOINTMENTS,
            List.of(new Subject(PersonKey.of(ADA), ADA, null)),
            new DateWindow(LocalDate.of(2024, 3, 9), null),
            new Endpoint("day-centre", URI.create("https://day-centre.example/api")),
            new Actor("u1", "A User", "GP", null, null),
            PurposeOfUse.TREAT,
            Deadline.in(Duration.ofMinutes(1)));

    private static final String LUNCH_CLUB = """
            {"id": "b-71", "nhsNumber": "999 000 0018", "activity": "Lunch club",
             "status": "confirmed", "starts": "2026-03-12T12:00:00Z"}""";

    @Test
    void bookingsAreAppointments() {
        var partner = FakePartnerHttp.answering(200, bookings(LUNCH_CLUB));

        var found = found(partner);

        assertThat(partner.targets).containsExactly("bookings?nhsNumber=9990000018&from=2024-03-09");
        assertThat(found.entries()).singleElement().isInstanceOfSatisfying(Appointment.class, booking -> {
            assertThat(booking.title()).isEqualTo("Lunch club");
            assertThat(booking.startsAt()).isEqualTo(Instant.parse("2026-03-12T12:00:00Z"));
            assertThat(booking.appointmentStatus()).isEqualTo(AppointmentStatus.BOOKED);
            assertThat(booking.source().owner()).isEqualTo(Owner.of(ADA));
        });
        assertThat(found.extent().truncated()).isFalse();
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void a1NothingIsAskedBeforeSubscriptionAndEachAsksAfresh() {
        var partner = FakePartnerHttp.answering(200, bookings());
        var read = new DayCentreAdapter(partner).read(REQUEST);
        assertThat(partner.targets).isEmpty();

        read.blockLast();
        read.blockLast();

        assertThat(partner.targets).hasSize(2);
    }

    @Test
    void a4CancellingEndsTheCall() {
        var partner = FakePartnerHttp.silent();

        new DayCentreAdapter(partner).read(REQUEST).subscribe().dispose();

        assertThat(partner.cancelled).isTrue();
    }

    @Test
    void a5AnUnknownPersonIsNotKnown() {
        var partner = FakePartnerHttp.answering(200, "{\"status\": \"not-known\"}");

        assertThat(replies(partner)).containsExactly(new PersonReply.NotKnown(PersonKey.of(ADA)));
    }

    @Test
    void a5AKnownPersonWithoutBookingsIsFound() {
        assertThat(found(FakePartnerHttp.answering(200, bookings())).entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>9990000018</html>", "[]", "{}", "{\"bookings\": {\"of\": \"9990000018\"}}"})
    void a6WhatIsNotUnderstoodIsInvalidAndNotQuoted(String body) {
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> replies(FakePartnerHttp.answering(200, body)))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(Fault.INVALID_ANSWER))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("999"));
    }

    @ParameterizedTest
    @CsvSource({"404,INVALID_ANSWER", "401,REFUSED", "429,RATE_LIMITED", "503,UNAVAILABLE"})
    void aStatusThatIsNoSuccessFailsTheCall(int status, Fault fault) {
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> replies(FakePartnerHttp.answering(status, "")))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(fault));
    }

    @ParameterizedTest
    @EnumSource
    void aFailureOfTheClientIsHandedOn(Fault fault) {
        assertThatExceptionOfType(PartnerException.class)
                .isThrownBy(() -> replies(FakePartnerHttp.failing(fault)))
                .satisfies(failure -> assertThat(failure.fault()).isEqualTo(fault));
    }

    @Test
    void oneUnreadableBookingNeverDropsTheOthers() {
        var found = found(FakePartnerHttp.answering(
                200,
                bookings(
                        LUNCH_CLUB.replace("2026-03-12T12:00:00Z", "12 March"),
                        LUNCH_CLUB,
                        LUNCH_CLUB.replace("999 000 0018", "999 000 0019"),
                        LUNCH_CLUB.replace("Lunch club", " "),
                        "7")));

        assertThat(found.entries()).hasSize(1);
        assertThat(found.rejected())
                .containsExactly(
                        new Rejection("booking", "starts is not a moment"),
                        new Rejection("booking", "nhsNumber is not valid"),
                        new Rejection("booking", "activity is missing"),
                        new Rejection("booking", "nhsNumber is missing"));
    }

    @Test
    void theOwnerIsWhoTheBookingSaysItIs() {
        var found = found(FakePartnerHttp.answering(200, bookings(LUNCH_CLUB.replace("999 000 0018", "999 000 0026"))));

        assertThat(found.entries().getFirst().source().owner()).isEqualTo(Owner.of(new NhsNumber("9990000026")));
    }

    @Test
    void aListThatWasCutShortSaysSo() {
        var body = "{\"more\": true, \"bookings\": [%s]}".formatted(LUNCH_CLUB);

        assertThat(found(FakePartnerHttp.answering(200, body)).extent().truncated())
                .isTrue();
    }

    @Test
    void aStatusThatIsNotKnownIsUnknown() {
        var found = found(FakePartnerHttp.answering(200, bookings(LUNCH_CLUB.replace("confirmed", "pencilled in"))));

        assertThat(found.entries().getFirst())
                .isInstanceOfSatisfying(
                        Appointment.class,
                        booking -> assertThat(booking.appointmentStatus()).isEqualTo(AppointmentStatus.UNKNOWN));
    }

    @Test
    void theDeadlineIsHandedOn() {
        var partner = FakePartnerHttp.answering(200, bookings());

        var _ = replies(partner);

        assertThat(partner.deadlines).containsExactly(REQUEST.deadline());
    }

    @Test
    void itIsFoundByItsKind() {
        assertThat(ServiceLoader.load(PartnerAdapterProvider.class))
                .extracting(PartnerAdapterProvider::kind)
                .contains("day-centre");
    }

    @Test
    void itOffersAppointments() {
        var provider = new DayCentreAdapterProvider();
        var profile = provider.profile(new AdapterSettings(Map.of("max-concurrent-calls", "2")));

        assertThat(profile.sections()).containsOnlyKeys(Section.APPOINTMENTS);
        assertThat(profile.maxConcurrentCalls()).isEqualTo(2);
        try (var adapter = provider.open(new PartnerContext(
                new PartnerId("day-centre"),
                AdapterSettings.NONE,
                FakePartnerHttp.answering(200, bookings()),
                Clock.systemUTC()))) {
            assertThat(adapter.read(REQUEST).collectList().block()).hasSize(1);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @ParameterizedTest
    @CsvSource({"max-concurent-calls,2", "max-concurrent-calls,none", "max-concurrent-calls,0"})
    void aWrongSettingIsNamedWithoutItsValue(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayCentreAdapterProvider().profile(new AdapterSettings(Map.of(key, value))))
                .withMessageContaining(key)
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("none"));
    }

    private static String bookings(String... bookings) {
        return "{\"bookings\": [%s]}".formatted(String.join(",", bookings));
    }

    private static PersonReply.Found found(FakePartnerHttp partner) {
        return (PersonReply.Found) replies(partner).getFirst();
    }

    private static List<PersonReply> replies(FakePartnerHttp partner) {
        return new DayCentreAdapter(partner)
                .read(REQUEST)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
