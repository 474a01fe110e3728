package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.found;
import static care.weft.spi.model.Section.APPOINTMENTS;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.partner.SubjectToken;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.Actor;
import care.weft.spi.Located;
import care.weft.spi.model.LocalId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class AuthorityTests {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Reading reading = new Reading(CallerRole.GP);
    private final String user = reading.operation().caller().id();

    @Test
    void aPartnerThatSeesWhoAsksSeesTheGatewayWhereItDecidesAndTheUserWhereTheyAreShown() {
        readForAccessAndThenForTheUser(partner().seeingTheUser());

        assertThat(asked)
                .containsExactly(
                        "look-up of weft-gateway",
                        "read of weft-gateway",
                        "look-up of " + user + " with their token",
                        "read of " + user + " with their token");
    }

    @Test
    void aPartnerThatSeesTheGatewayAloneIsAskedOnceWhoThePersonIs() {
        readForAccessAndThenForTheUser(partner());

        assertThat(asked)
                .hasSize(3)
                .filteredOn(each -> each.startsWith("look-up"))
                .hasSize(1);
        assertThat(asked).contains("read of weft-gateway", "read of " + user + " with their token");
    }

    private void readForAccessAndThenForTheUser(FakePartner partner) {
        var waist = Reading.Waist.of(Duration.ZERO, partner);
        var identified = requireNonNull(
                waist.identification().of(reading.operation(), ADA).block());
        assertThat(waist.reader()
                        .forAccess(reading.operation(), partner.partner(), identified)
                        .collectList()
                        .block())
                .hasSize(1);
        assertThat(reading.through(waist, APPOINTMENTS, ADA).outcome()).isEqualTo(Outcome.ANSWERED);
    }

    private FakePartner partner() {
        return FakePartner.named("trust")
                .offering(APPOINTMENTS)
                .locating(request -> told("look-up", request.actor())
                        .thenReturn(new Located.Known(new LocalId("ada-1"), Records.bornOn(ADA, "1950-01-01"))))
                .reading(request -> told("read", request.actor()).thenMany(Flux.just(found(ADA_KEY))));
    }

    private Mono<Void> told(String what, Actor actor) {
        return Mono.deferContextual(context -> {
            asked.add(what + " of " + actor.id() + (context.hasKey(SubjectToken.class) ? " with their token" : ""));
            return Mono.empty();
        });
    }
}
