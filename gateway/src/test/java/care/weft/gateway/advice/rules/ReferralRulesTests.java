package care.weft.gateway.advice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.Records;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Moment;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PartialDate;
import care.weft.spi.model.Referral;
import care.weft.spi.model.ReferralBuilder;
import care.weft.spi.model.ReferralStatus;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was asked for twice. */
class ReferralRulesTests {

    private static final Organisation TRUST = new Organisation("R0A", "Trust");
    private static final Organisation MENTAL_HEALTH = new Organisation("RXV", "Mental health trust");

    @Test
    void theSameServiceForTheSameReasonAtTwoPartnersIsFound() {
        var groups = groups(to("trust", TRUST, "2026-01-05"), to("mental-health", MENTAL_HEALTH, "2026-02-01"));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.rule()).isEqualTo(DuplicateReferralGroup.DuplicateReferralRule.SAME_WORDS);
            assertThat(group.referrals()).extracting(HeldRecord::partner).containsExactly("trust", "mental-health");
        });
    }

    @Test
    void codesAreToldFromWords() {
        UnaryOperator<ReferralBuilder> coded = referral -> referral.service(new Coding("s", "1", "Memory clinic"))
                .reason(new Coding("r", "2", "Forgetting things"));

        assertThat(groups(
                        to("trust", TRUST, "2026-01-05", coded),
                        to("mental-health", MENTAL_HEALTH, "2026-02-01", coded)))
                .singleElement()
                .extracting(DuplicateReferralGroup::rule)
                .isEqualTo(DuplicateReferralGroup.DuplicateReferralRule.SAME_CODES);
    }

    @Test
    void whatSenderAndReceiverBothRecordIsOne() {
        assertThat(groups(to("gp", TRUST, "2026-01-05"), to("trust", TRUST, "2026-01-05")))
                .isEmpty();
        assertThat(groups(
                        to("gp", TRUST, "2026-01-05", referral -> referral.ubrn("1")),
                        to("trust", MENTAL_HEALTH, "2026-01-07", referral -> referral.ubrn("1"))))
                .isEmpty();
        assertThat(groups(List.of(
                        to("gp", TRUST, "2026-01-05"),
                        to("trust", TRUST, "2026-01-05"),
                        to("mental-health", MENTAL_HEALTH, "2026-02-01"))))
                .singleElement()
                .satisfies(group -> assertThat(group.referrals()).hasSize(2));
    }

    @Test
    void anotherReasonAnotherServiceOneThatIsNotOpenOrNotSurelyTheirsIsNone() {
        assertThat(Stream.<UnaryOperator<ReferralBuilder>>of(
                        referral -> referral.reason(Coding.text("Falls")),
                        referral -> referral.reason(null),
                        referral -> referral.service(Coding.text("Podiatry")),
                        referral -> referral.service(null),
                        referral -> referral.referralStatus(ReferralStatus.COMPLETED),
                        referral -> referral.referralStatus(ReferralStatus.UNKNOWN)))
                .allSatisfy(other -> assertThat(groups(
                                to("trust", TRUST, "2026-01-05"),
                                to("mental-health", MENTAL_HEALTH, "2026-02-01", other)))
                        .isEmpty());
        assertThat(groups(to("trust", TRUST, "2026-01-05"), to("trust", MENTAL_HEALTH, "2026-02-01")))
                .isEmpty();
        var unsure = to("mental-health", MENTAL_HEALTH, "2026-02-01");
        assertThat(groups(
                        to("trust", TRUST, "2026-01-05"),
                        new HeldRecord<>(unsure.id(), unsure.partner(), false, unsure.record())))
                .isEmpty();
    }

    private static List<DuplicateReferralGroup> groups(HeldRecord<Referral> one, HeldRecord<Referral> other) {
        return groups(List.of(one, other));
    }

    private static List<DuplicateReferralGroup> groups(List<HeldRecord<Referral>> records) {
        var found = ReferralRules.duplicates(records);
        assertThat(ReferralRules.duplicates(records.reversed())).isEqualTo(found);
        return found;
    }

    private static HeldRecord<Referral> to(String partner, Organisation to, String date) {
        return to(partner, to, date, UnaryOperator.identity());
    }

    private static HeldRecord<Referral> to(
            String partner, Organisation to, String date, UnaryOperator<ReferralBuilder> change) {
        var referral = ReferralBuilder.builder()
                .source(Records.source(partner, Records.ADA))
                .title("Memory service")
                .referralStatus(ReferralStatus.ACTIVE)
                .requestedOn(Moment.of(PartialDate.parse(date).orElseThrow()))
                .to(to)
                .service(Coding.text("Memory  service"))
                .reason(Coding.text("forgetful"));
        return new HeldRecord<>(
                partner + date, partner, true, change.apply(referral).build());
    }
}
