package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.Records;
import care.weft.spi.model.Appointment;
import care.weft.spi.model.AppointmentBuilder;
import care.weft.spi.model.AppointmentStatus;
import care.weft.spi.model.Organisation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Appointments that cannot both be kept. */
class ClashRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");

    @Test
    void oneThatBeginsBeforeTheOtherIsToEndClashes() {
        assertThat(clashes(at("trust", "10:00", "10:30"), at("gp", "10:29", null)))
                .singleElement()
                .satisfies(clash -> {
                    assertThat(clash.rule()).isEqualTo(AppointmentClash.AppointmentClashRule.TIMES_OVERLAP);
                    assertThat(clash.first().partner()).isEqualTo("trust");
                    assertThat(clash.second().partner()).isEqualTo("gp");
                });
        assertThat(clashes(at("trust", "10:00", "10:30"), at("gp", "10:30", null)))
                .isEmpty();
        assertThat(clashes(at("trust", "10:00", null), at("gp", "10:05", null))).isEmpty();
    }

    @Test
    void twoAtTheSameTimeClashAlsoAtOnePartner() {
        assertThat(clashes(at("trust", "10:00", null), at("trust", "10:00", "10:30")))
                .singleElement()
                .extracting(AppointmentClash::rule)
                .isEqualTo(AppointmentClash.AppointmentClashRule.SAME_START);
    }

    @Test
    void threeAtOnceAreThreeClashes() {
        assertThat(clashes(List.of(at("a", "10:00", "11:00"), at("b", "10:15", "11:00"), at("c", "10:30", "11:00"))))
                .hasSize(3);
    }

    @Test
    void oneThatTwoPartnersRecordIsNone() {
        var organisation = new Organisation("R0A", "Trust");

        assertThat(clashes(with(organisation, "trust"), with(organisation, "gp")))
                .isEmpty();
        assertThat(clashes(with(organisation, "trust"), with(new Organisation("P1", "Practice"), "gp")))
                .hasSize(1);
    }

    @Test
    void whatIsPastCancelledOrNotSurelyTheirsIsNone() {
        var cancelled = AppointmentBuilder.builder(at("gp", "10:15", null).record())
                .appointmentStatus(AppointmentStatus.CANCELLED)
                .build();

        assertThat(clashes(at("trust", "10:00", "11:00"), new HeldRecord<>("x", "gp", true, cancelled)))
                .isEmpty();
        assertThat(clashes(
                        at("trust", "10:00", "11:00"),
                        new HeldRecord<>(
                                "x", "gp", false, at("gp", "10:15", null).record())))
                .isEmpty();
        assertThat(clashes(at("trust", "07:00", "09:00"), at("gp", "07:30", null)))
                .isEmpty();
    }

    private static List<AppointmentClash> clashes(HeldRecord<Appointment> one, HeldRecord<Appointment> other) {
        return clashes(List.of(one, other));
    }

    private static List<AppointmentClash> clashes(List<HeldRecord<Appointment>> records) {
        var found = ClashRules.clashes(records, NOW);
        assertThat(ClashRules.clashes(records.reversed(), NOW)).isEqualTo(found);
        return found;
    }

    private static HeldRecord<Appointment> with(Organisation organisation, String partner) {
        var appointment = AppointmentBuilder.builder(at(partner, "10:00", null).record())
                .organisation(organisation)
                .build();
        return new HeldRecord<>(partner, partner, true, appointment);
    }

    private static HeldRecord<Appointment> at(String partner, String from, @Nullable String to) {
        var appointment = AppointmentBuilder.builder(
                        Records.appointment(partner, Records.ADA, Instant.parse("2026-03-10T" + from + ":00Z")))
                .endsAt(to == null ? null : Instant.parse("2026-03-10T" + to + ":00Z"))
                .build();
        return new HeldRecord<>(partner + from + to, partner, true, appointment);
    }
}
