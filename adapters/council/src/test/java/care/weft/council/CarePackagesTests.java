package care.weft.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.CarePackage;
import care.weft.spi.model.CarePackageStatus;
import care.weft.spi.model.Coding;
import care.weft.spi.model.Money;
import care.weft.spi.model.Organisation;
import care.weft.spi.model.Practitioner;
import care.weft.spi.model.Section;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarePackagesTests {

    private static final Organisation COUNCIL = new Organisation("00BN", "Example Council");
    private static final String TAGS = """
            "meta": {"tag": [{"system": "https://fhir.interweavedigital.nhs.uk/Provenance", "code": "00BN", "display": "Example Council"}]}""";
    private static final Map<String, String> TERMS = Map.of(
            "hours-per-week-extension", "https://council.example/hours",
            "visits-per-week-extension", "https://council.example/visits",
            "weekly-cost-extension", "https://council.example/cost",
            "review-due-extension", "https://council.example/review",
            "funding-extension", "https://council.example/funding");

    private final FakeCouncil council = new FakeCouncil();

    @Test
    void everythingThatACouncilTellsIsRead() {
        var read = carePackage("""
                %s, "status": "active",
                "contained": [{"resourceType": "Organization", "id": "provider", "name": "Example Home Care",
                  "identifier": [{"system": "https://council.example/cqc-location", "value": "1-2345"}]}],
                "extension": [
                  {"url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-SocialCareServiceCategory",
                   "valueCodeableConcept": {"coding": [{"system": "urn:categories", "code": "LTS-C", "display": "Long Term Support: Community"}]}},
                  {"url": "https://council.example/hours", "valueQuantity": {"value": 10.50, "unit": "h"}},
                  {"url": "https://council.example/visits", "valueInteger": 14},
                  {"url": "https://council.example/cost", "valueMoney": {"value": 231.10, "currency": "GBP"}},
                  {"url": "https://council.example/review", "valueDate": "2026-05"},
                  {"url": "https://council.example/funding", "valueCodeableConcept": {"text": "Direct payment"}}],
                "type": [{"coding": [{"system": "urn:types", "code": "HS", "display": "Home Support"}], "text": "Home care, morning and evening"}],
                "managingOrganization": {"reference": "#provider"}, "careManager": {"type": "Practitioner", "display": "A. Worker"},
                "period": {"start": "2026-01", "end": "2026-06-30"}""".formatted(TAGS));

        assertThat(read.title()).isEqualTo("Home care, morning and evening");
        assertThat(read.packageStatus()).isEqualTo(CarePackageStatus.ACTIVE);
        assertThat(read.serviceType()).isEqualTo(new Coding("urn:types", "HS", "Home Support"));
        assertThat(read.category()).isEqualTo(new Coding("urn:categories", "LTS-C", "Long Term Support: Community"));
        assertThat(read.provider()).isEqualTo(new Organisation(null, "Example Home Care"));
        assertThat(read.organisation()).isEqualTo(COUNCIL);
        assertThat(read.startsOn()).hasToString("2026-01");
        assertThat(read.endsOn()).hasToString("2026-06-30");
        assertThat(read.hoursPerWeek()).isEqualTo(new BigDecimal("10.50"));
        assertThat(read.visitsPerWeek()).isEqualTo(14);
        assertThat(read.weeklyCost()).isEqualTo(new Money(new BigDecimal("231.10"), "GBP"));
        assertThat(read.reviewDue()).hasToString("2026-05");
        assertThat(read.funding()).isEqualTo(Coding.text("Direct payment"));
        assertThat(read.coordinator()).isEqualTo(new Practitioner("A. Worker", null));
    }

    @Test
    void emptyOneIsReadTooAndSaysNothing() {
        var read = carePackage("\"extension\": [{\"valueInteger\": 3}]");

        assertThat(read.title()).isEqualTo("Care package");
        assertThat(read.packageStatus()).isEqualTo(CarePackageStatus.UNKNOWN);
        assertThat(read)
                .extracting(
                        CarePackage::serviceType,
                        CarePackage::category,
                        CarePackage::provider,
                        CarePackage::organisation,
                        CarePackage::startsOn,
                        CarePackage::hoursPerWeek,
                        CarePackage::visitsPerWeek,
                        CarePackage::weeklyCost,
                        CarePackage::reviewDue,
                        CarePackage::funding,
                        CarePackage::coordinator)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "planned, PLANNED",
        "waitlist, PLANNED",
        "active, ACTIVE",
        "onhold, ON_HOLD",
        "finished, ENDED",
        "cancelled, CANCELLED",
        "entered-in-error, ENTERED_IN_ERROR",
        "suspended, UNKNOWN"
    })
    void statusIsWhatItSays(String status, CarePackageStatus expected) {
        assertThat(carePackage("\"status\": \"" + status + "\"").packageStatus())
                .isEqualTo(expected);
    }

    @Test
    void whatBeganLongBeforeTheWindowAndGoesOnIsKept() {
        assertThat(carePackage("\"status\": \"active\", \"period\": {\"start\": \"2009-04-01\"}")
                        .startsOn())
                .hasToString("2009-04-01");
    }

    @Test
    void councilThatDeliversItselfIsNoOtherProvider() {
        assertThat(carePackage(TAGS + ", \"managingOrganization\": {\"display\": \"example council\"}")
                        .provider())
                .isNull();
        assertThat(carePackage(TAGS + ", \"managingOrganization\": {\"display\": \"Reablement team\"}")
                        .provider())
                .isEqualTo(new Organisation(null, "Reablement team"));
    }

    @Test
    void providerWithoutANameGoesByItsNumber() {
        assertThat(carePackage(
                                "\"managingOrganization\": {\"identifier\": {\"system\": \"urn:cqc\", \"value\": \"1-2345\"}}")
                        .provider())
                .isEqualTo(new Organisation(null, "1-2345"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://council.example/hours, '\"valueDecimal\": -1'",
        "https://council.example/hours, '\"valueString\": \"some\"'",
        "https://council.example/visits, '\"valueDecimal\": 2.5'",
        "https://council.example/visits, '\"valueDecimal\": 1e30'",
        "https://council.example/cost, '\"valueMoney\": {\"value\": 5}'",
        "https://council.example/review, '\"valueString\": \"spring\"'"
    })
    void whatCannotBeReadIsNotGuessed(String extension, String value) {
        var read = carePackage("\"extension\": [{\"url\": \"" + extension + "\", " + value + "}]");

        assertThat(read)
                .extracting(
                        CarePackage::hoursPerWeek,
                        CarePackage::visitsPerWeek,
                        CarePackage::weeklyCost,
                        CarePackage::reviewDue)
                .containsOnlyNulls();
    }

    @Test
    void categoryIsReadFromEveryVersionOfTheProfile() {
        for (var base : new String[] {
            "https://fhir.yhcr.nhs.uk/StructureDefinition/",
            "https://fhir.interweavedigital.nhs.uk/StructureDefinition/"
        }) {
            assertThat(carePackage(
                                    "\"extension\": [{\"url\": \"" + base
                                            + "Extension-Interweave-SocialCareServiceCategory\", \"valueCodeableConcept\": {\"coding\": [{\"code\": \"LTS-NC\"}]}}]")
                            .category())
                    .isEqualTo(new Coding(null, "LTS-NC", "LTS-NC"));
        }
    }

    private CarePackage carePackage(String content) {
        council.holding("EpisodeOfCare", """
                {"resourceType": "EpisodeOfCare", "id": "e1", "patient": {"reference": "Patient/123"}, %s}""".formatted(content));
        return Asking.one(council, TERMS, Section.CARE_PACKAGES, CarePackage.class);
    }
}
