package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.gateway.testing.Records.found;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.partner.PartnerHealthState;
import care.weft.gateway.testing.FakePartner;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.PersonReply;
import care.weft.spi.model.LocalId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an operator sees of a partner's trouble. */
@ExtendWith(OutputCaptureExtension.class)
class TroublesTests {

    private final Reading reading = new Reading(CallerRole.GP);

    @Test
    void aPartnerThatFailsEverybodyIsFailingAndIsNamedInOneLine(CapturedOutput output) {
        var partner = FakePartner.named("trust")
                .reading(request -> Flux.fromIterable(request.subjects())
                        .map(subject -> new PersonReply.Failed(subject.key(), Fault.UNAVAILABLE)));

        reading.of(APPOINTMENTS, List.of(ADA, BOB, Reading.CAT), partner);

        assertThat(partner.partner().health().state()).isEqualTo(PartnerHealthState.FAILING);
        assertThat(lines(output))
                .containsExactly(
                        "Partner trust did not answer for APPOINTMENTS: UNAVAILABLE" + " (reported by the adapter)");
    }

    @Test
    void aPartnerThatAnswersForOneOfACallAnswers(CapturedOutput output) {
        var partner = FakePartner.named("trust")
                .askedForAtMost(2)
                .reading(request -> Flux.just(
                        found(request.subjects().getFirst().key()),
                        new PersonReply.Failed(request.subjects().getLast().key(), Fault.TIMED_OUT)));

        reading.of(APPOINTMENTS, List.of(ADA, BOB), partner);

        assertThat(partner.partner().health().state()).isEqualTo(PartnerHealthState.ANSWERING);
        assertThat(lines(output)).hasSize(1);
    }

    @Test
    void aLookUpThatFailsIsToldOfTooWithoutWhoItWasFor(CapturedOutput output) {
        var partner =
                FakePartner.named("trust").locating(_ -> Mono.error(new PartnerException(Fault.REFUSED, "HTTP 403")));

        reading.of(APPOINTMENTS, List.of(ADA, BOB), partner);

        assertThat(partner.partner().health().state()).isEqualTo(PartnerHealthState.FAILING);
        assertThat(lines(output)).containsExactly("Partner trust did not answer for a local id: REFUSED (HTTP 403)");
        assertThat(output.getAll()).doesNotContain(ADA.value(), BOB.value());
    }

    @Test
    void whoeverAnswersLeavesNoLine(CapturedOutput output) {
        var partner = FakePartner.named("trust")
                .locating(request -> Mono.just(new Located.NotKnown()))
                .reading(_ -> Flux.error(new AssertionError(new LocalId("1"))));

        reading.of(APPOINTMENTS, List.of(ADA), partner);

        assertThat(partner.partner().health().state()).isEqualTo(PartnerHealthState.ANSWERING);
        assertThat(lines(output)).isEmpty();
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("did not answer"))
                .map(line -> line.substring(line.indexOf("Partner ")))
                .toList();
    }
}
