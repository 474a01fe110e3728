package care.weft.gateway.person;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.fanout.Freshness;
import care.weft.gateway.fanout.Outcome;
import care.weft.gateway.fanout.SectionAnswer;
import care.weft.gateway.fanout.SourceAnswer;
import care.weft.gateway.fanout.Whereabouts;
import care.weft.gateway.testing.FakePartner;
import care.weft.gateway.testing.Records;
import care.weft.spi.DateWindow;
import care.weft.spi.Extent;
import care.weft.spi.model.Address;
import care.weft.spi.model.Death;
import care.weft.spi.model.Demographics;
import care.weft.spi.model.DemographicsBuilder;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.PersonName;
import care.weft.spi.model.Section;
import care.weft.spi.model.Telecom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedDemographicsTests {

    @Test
    void aValueThatAllAgreeOnIsTheFirstPartners() {
        var joined =
                join(named("Ada", "EXAMPLE").build(), named("Ada", "Example").build());

        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.name()).get().satisfies(name -> {
            assertThat(name.value().family()).isEqualTo("EXAMPLE");
            assertThat(name.source().partner().id()).hasToString("p0");
        });
    }

    @Test
    void aSilentPartnerDoesNotDisagree() {
        var joined =
                join(Records.bornOn(ADA, "1950-03-02"), named("Ada", "Example").build());

        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.birthDate())
                .get()
                .satisfies(date -> assertThat(date.value()).hasToString("1950-03-02"));
    }

    @Test
    void partnersThatDisagreeStandSideBySideAndNothingIsChosen() {
        var joined = join(Records.bornOn(ADA, "1950-03-02"), Records.bornOn(ADA, "1950-02-03"));

        assertThat(joined.birthDate()).isEmpty();
        assertThat(joined.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo("birthDate");
            assertThat(conflict.values()).extracting(Joined::value).containsExactly("1950-03-02", "1950-02-03");
        });
    }

    @Test
    void genderIsOnePartnersWordAndADisagreementIsToldToNobody() {
        var joined = join(
                named("Ada", "Example").gender("female").build(),
                named("Ada", "Example").gender("male").build());

        assertThat(joined.gender()).isEmpty();
        assertThat(joined.conflicts()).isEmpty();
    }

    @Test
    void aPostcodeAloneIsPartOfTheWholeAddress() {
        var joined = join(living("M19 1SN"), living("m191sn", "47 Kestrel Drive", "Gorton"));

        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.address())
                .get()
                .satisfies(
                        address -> assertThat(address.value().lines()).containsExactly("47 Kestrel Drive", "Gorton"));
    }

    @Test
    void anotherPostcodeOrStreetIsAConflict() {
        assertThat(join(living("M19 1SN"), living("M18 1SN", "47 Kestrel Drive"))
                        .conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.values())
                        .extracting(Joined::value)
                        .containsExactly("M19 1SN", "47 Kestrel Drive, M18 1SN"));
        assertThat(join(living("M19 1SN", "1 Loom Street"), living("M19 1SN", "47 Kestrel Drive"))
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void aPracticeThatOneGivesByItsCodeHasTheNameThatAnotherGives() {
        var joined = join(
                named("Ada", "Example")
                        .practice(new Organisation("P99001", "P99001"))
                        .build(),
                named("Ada", "Example")
                        .practice(new Organisation("P99001", "Elm Bank Surgery"))
                        .build());

        assertThat(joined.practice())
                .get()
                .satisfies(practice -> assertThat(practice.value().name()).isEqualTo("Elm Bank Surgery"));
    }

    @Test
    void aDeathKnownToOneIsShownThoughOthersAreSilent() {
        var joined = join(
                named("Ada", "Example").build(),
                named("Ada", "Example").death(new Death(null, null)).build());

        assertThat(joined.death())
                .get()
                .satisfies(death -> assertThat(death.source().partner().id()).hasToString("p1"));
    }

    @Test
    void everyPartnersTelephoneNumbersAreKept() {
        var joined = join(
                named("Ada", "Example")
                        .telecoms(List.of(new Telecom("phone", "1", null)))
                        .build(),
                named("Ada", "Example")
                        .telecoms(List.of(new Telecom("phone", "2", null)))
                        .build());

        assertThat(joined.telecoms())
                .extracting(telecom -> telecom.value().value())
                .containsExactly("1", "2");
    }

    @Test
    void nobodyStatingAnythingIsEmpty() {
        assertThat(join().empty()).isTrue();
    }

    private static Demographics living(String postcode, String... lines) {
        return named("Ada", "Example")
                .address(new Address(List.of(lines), null, postcode))
                .build();
    }

    private static DemographicsBuilder named(String given, String family) {
        return DemographicsBuilder.builder()
                .source(Records.source("p", ADA))
                .name(new PersonName(family, List.of(given), null))
                .telecoms(List.of());
    }

    private static JoinedDemographics join(Demographics... records) {
        var sources = new ArrayList<SourceAnswer>();
        for (int i = 0; i < records.length; i++) {
            sources.add(new SourceAnswer(
                    FakePartner.named("p" + i).partner(),
                    Section.DEMOGRAPHICS,
                    Outcome.ANSWERED,
                    List.of(records[i]),
                    Extent.whole(DateWindow.ALWAYS),
                    null,
                    Records.NOON,
                    List.of(),
                    Freshness.LIVE));
        }
        return JoinedDemographics.of(new SectionAnswer(ADA_KEY, Section.DEMOGRAPHICS, sources, Whereabouts.SHOWN));
    }
}
