package care.weft.gateway.fanout;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.atHome;
import static care.weft.spi.model.Section.DEMOGRAPHICS;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.gateway.testing.FakePartner;
import care.weft.spi.Endpoint;
import care.weft.spi.Fault;
import care.weft.spi.Located;
import care.weft.spi.PartnerException;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.LocalId;
import care.weft.spi.model.NhsNumber;
import care.weft.spi.model.Owner;
import care.weft.spi.model.RecordSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Where somebody is, and who they may have been, is told only as far as the register and every partner let it. */
class WhereaboutsTests {

    private static final Endpoint ELM_BANK = new Endpoint("P99001", URI.create("http://127.0.0.1:2/P99001"));

    private final Reading reading = new Reading(CallerRole.GP);

    @Test
    void aRegisterThatCannotBeAskedLeavesTheOtherPartnersAndHidesWhereThePersonIs() {
        var register = FakePartner.named("register")
                .tracing(_ -> Mono.error(new PartnerException(Fault.UNAVAILABLE, "HTTP 503")));
        var practices = FakePartner.named("gp").routing(_ -> Mono.just(ELM_BANK));
        var trust = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("ada-1"), ofLocal(ADA, "ada-1"))));

        var answer = Objects.requireNonNull(reading.of(DEMOGRAPHICS, List.of(ADA), register, practices, trust)
                .get(ADA_KEY));

        assertThat(Reading.outcomes(Map.of(ADA_KEY, answer), ADA_KEY))
                .containsEntry("register", Outcome.UNAVAILABLE)
                .containsEntry("gp", Outcome.UNAVAILABLE)
                .containsEntry("trust", Outcome.ANSWERED);
        assertThat(answer.whereabouts()).isEqualTo(Whereabouts.NOT_ESTABLISHED);
        assertThat(details(answer, "trust")).satisfies(WhereaboutsTests::tellsNoWhereabouts);
        assertThat(trust.reads()).as("it was asked who the person is").isEmpty();
    }

    @Test
    void oneRestrictionWithholdsEveryPartnersAddress() {
        var register = Reading.registerOf(atHome(ADA, "P99001", true));
        var trust = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("ada-1"), ofLocal(ADA, "ada-1"))));

        var answer = Objects.requireNonNull(
                reading.of(DEMOGRAPHICS, List.of(ADA), register, trust).get(ADA_KEY));

        assertThat(answer.whereabouts()).isEqualTo(Whereabouts.RESTRICTED);
        assertThat(details(answer, "register")).satisfies(WhereaboutsTests::tellsNoWhereabouts);
        assertThat(details(answer, "trust")).satisfies(WhereaboutsTests::tellsNoWhereabouts);
    }

    /** Its record may be of somebody else, and a birth date that differs is how that is found. */
    @Test
    void aPartnersOwnMarkLeavesWhoItSaysThePersonIs() {
        var register = Reading.registerOf(atHome(ADA, "P99001", false));
        var trust = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("ada-1"), atHome(ADA, "P99001", true))));

        var answer = Objects.requireNonNull(
                reading.of(DEMOGRAPHICS, List.of(ADA), register, trust).get(ADA_KEY));

        assertThat(answer.whereabouts()).isEqualTo(Whereabouts.RESTRICTED);
        assertThat(details(answer, "register")).satisfies(WhereaboutsTests::tellsNoWhereabouts);
        assertThat(details(answer, "trust")).satisfies(WhereaboutsTests::tellsNoWhereabouts);
        assertThat(details(answer, "trust").birthDate()).isNotNull();
    }

    @Test
    void aPartnersMarkDoesNotStandForASilentRegister() {
        var register = FakePartner.named("register")
                .tracing(_ -> Mono.error(new PartnerException(Fault.UNAVAILABLE, "HTTP 503")));
        var trust = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("ada-1"), atHome(ADA, "P99001", true))));

        var answer = Objects.requireNonNull(
                reading.of(DEMOGRAPHICS, List.of(ADA), register, trust).get(ADA_KEY));

        assertThat(answer.whereabouts())
                .as("nobody knows whether names may differ")
                .isEqualTo(Whereabouts.NOT_ESTABLISHED);
    }

    /** A former name or gender may be what another partner holds, or another birth date. */
    @Test
    void whoARestrictedPersonIsTheRegisterAloneSays() {
        var register = Reading.registerOf(atHome(ADA, "P99001", true));
        var trust = FakePartner.named("trust")
                .locating(_ -> Mono.just(new Located.Known(new LocalId("ada-1"), ofLocal(ADA, "ada-1"))));

        var answer = Objects.requireNonNull(
                reading.of(DEMOGRAPHICS, List.of(ADA), register, trust).get(ADA_KEY));

        assertThat(details(answer, "register").birthDate()).isNotNull();
        assertThat(details(answer, "trust").birthDate()).isNull();
        assertThat(details(answer, "trust").name()).isNull();
        assertThat(details(answer, "trust").gender()).isNull();
    }

    private static Demographics ofLocal(NhsNumber owner, String localId) {
        var details = atHome(owner, "P99001", false);
        return DemographicsBuilder.builder(details)
                .source(new RecordSource(localId, new Owner(owner, new LocalId(localId)), null, null, null, null))
                .build();
    }

    private static void tellsNoWhereabouts(Demographics details) {
        assertThat(details.address()).isNull();
        assertThat(details.telecoms()).isEmpty();
        assertThat(details.practice()).isNull();
    }

    private static Demographics details(SectionAnswer answer, String partner) {
        return answer.sources().stream()
                .filter(source -> source.partner().id().value().equals(partner))
                .flatMap(source -> source.entries().stream())
                .map(Demographics.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
