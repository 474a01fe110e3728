package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.fanout.Households.Nearness;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.Fault;
import care.weft.spi.PartnerException;
import care.weft.spi.Traced;
import care.weft.spi.model.Address;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.NhsNumber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class HouseholdsTests {

    private final Reading reading = new Reading(CallerRole.GP);

    @ParameterizedTest
    @CsvSource({
        "1 Loom Street,  M18 1AA, 1 Loom Street,   M18 1AA, SAME_ADDRESS",
        "1 Loom Street,  M18 1AA, '1, LOOM  STREET', m181aa, SAME_ADDRESS",
        "1 Loom Street,  M18 1AA, 11 Loom Street,  M18 1AA, APART",
        "1 Loom Street,  M18 1AA, 1 Loom Street,   M18 1AB, APART",
        "1 Loom Street,  M18 1AA, 1 Loom Street,          , NOT_KNOWN",
        "1 Loom Street,  M18 1AA, -,               M18 1AA, NOT_KNOWN",
    })
    void oneAddressIsOneLineAndOnePostcode(
            String line, String postcode, String otherLine, @Nullable String otherPostcode, Nearness nearness) {
        assertThat(between(living(ADA, line, postcode, false), living(BOB, otherLine, otherPostcode, false)))
                .isEqualTo(nearness);
    }

    @Test
    void whoeverIsRestrictedLivesWithNobodyWhomTheGatewayKnows() {
        assertThat(between(
                        living(ADA, "1 Loom Street", "M18 1AA", false), living(BOB, "1 Loom Street", "M18 1AA", true)))
                .isEqualTo(Nearness.NOT_KNOWN);
        assertThat(between(
                        living(ADA, "1 Loom Street", "M18 1AA", true), living(BOB, "1 Loom Street", "M18 1AA", false)))
                .isEqualTo(Nearness.NOT_KNOWN);
    }

    @Test
    void theSamePersonUnderANumberThatWasReplacedIsTheSamePerson() {
        var register = FakePartner.named("register")
                .tracing(_ -> Mono.just(new Traced.Known(BOB, Records.atHome(BOB, "P99001", false))));

        assertThat(between(register)).isEqualTo(Nearness.SAME_PERSON);
    }

    @Test
    void aRegisterThatDoesNotAnswerTellsNothing() {
        var register = FakePartner.named("register")
                .tracing(request -> request.nhsNumber().equals(ADA)
                        ? Mono.error(new PartnerException(Fault.UNAVAILABLE, "Nobody there"))
                        : Mono.just(new Traced.Known(BOB, Records.atHome(BOB, "P99001", false))));

        assertThat(between(register)).isEqualTo(Nearness.NOT_KNOWN);
        assertThat(between(FakePartner.named("trust"))).as("no register").isEqualTo(Nearness.NOT_KNOWN);
    }

    private Nearness between(Demographics one, Demographics other) {
        var known = Map.of(ADA, one, BOB, other);
        return between(FakePartner.named("register")
                .tracing(request -> Mono.just(new Traced.Known(
                        request.nhsNumber(), Objects.requireNonNull(known.get(request.nhsNumber()))))));
    }

    /** Ada asks about Bob. */
    private Nearness between(FakePartner register) {
        var identification = Reading.Waist.of(Duration.ZERO, register).identification();
        var person = identification.of(reading.operation(), BOB).block(Duration.ofSeconds(5));
        return Objects.requireNonNull(new Households(identification)
                .between(reading.operation(), ADA, Objects.requireNonNull(person))
                .block(Duration.ofSeconds(5)));
    }

    private static Demographics living(NhsNumber person, String line, @Nullable String postcode, boolean restricted) {
        return DemographicsBuilder.builder(Records.atHome(person, "P99001", restricted))
                .address(new Address(List.of(line), "Manchester", postcode))
                .build();
    }
}
