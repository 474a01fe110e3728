package care.weft.council;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.spi.model.Coding;
import care.weft.spi.model.Contact;
import care.weft.spi.model.PersonName;
import care.weft.spi.model.Relationship;
import care.weft.spi.model.RelationshipKind;
import care.weft.spi.model.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationshipsTests {

    private static final String ROLES =
            "https://fhir.interweavedigital.nhs.uk/CodeSystem/Interweave-SocialCareSupportRole";

    private final FakeCouncil council = new FakeCouncil();

    @Test
    void everythingThatACouncilTellsIsRead() {
        var read = relationship(
                """
                "active": true, "extension": [%s, %s],
                "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "DAU", "display": "daughter"}]}],
                "name": [{"use": "official", "family": "Example", "given": ["Julie"], "prefix": ["Ms"]}],
                "telecom": [{"system": "phone", "value": "1", "use": "old"}, {"system": "phone", "value": "07700 900001", "use": "home"},
                            {"system": "email", "value": "julie@example.org"}],
                "period": {"start": "2020", "end": "2026-12"}""".formatted(role("NOK", null), role("LPA", "Lasting power of attorney for health and welfare")));

        assertThat(read.kinds()).containsExactly(RelationshipKind.NEXT_OF_KIN, RelationshipKind.LEGAL_AUTHORITY);
        assertThat(read.relation())
                .isEqualTo(new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleCode", "DAU", "daughter"));
        assertThat(read.name()).isEqualTo(new PersonName("Example", List.of("Julie"), "Ms"));
        assertThat(read.contact()).isEqualTo(new Contact("07700 900001", "julie@example.org", null));
        assertThat(read.authority())
                .isEqualTo(new Coding(ROLES, "LPA", "Lasting power of attorney for health and welfare"));
        assertThat(read.from()).hasToString("2020");
        assertThat(read.until()).hasToString("2026-12");
    }

    @ParameterizedTest
    @CsvSource({
        "CAR, CARER",
        "IC, CARER",
        "MC, CARER",
        "CF, CARED_FOR",
        "NOK, NEXT_OF_KIN",
        "EC, EMERGENCY_CONTACT",
        "LPA, LEGAL_AUTHORITY",
        "AS, LEGAL_AUTHORITY",
        "NR, OTHER",
        "HM, OTHER",
        "OTH, OTHER"
    })
    void supportRolesAreOfAKind(String code, RelationshipKind kind) {
        assertThat(relationship("\"extension\": [" + role(code, null) + "]").kinds())
                .containsExactly(kind);
    }

    @Test
    void codesOfHl7CountAndWordsDoNot() {
        assertThat(relationship("""
                "relationship": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v2-0131", "code": "N"}]},
                                 {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "HPOWATT", "display": "healthcare power of attorney"}]}]""").kinds())
                .containsExactly(RelationshipKind.NEXT_OF_KIN, RelationshipKind.LEGAL_AUTHORITY);
        var words = relationship("\"relationship\": [{\"text\": \"Son, holds no power of attorney\"}]");
        assertThat(words.kinds()).containsExactly(RelationshipKind.OTHER);
        assertThat(words.authority()).isNull();
    }

    @Test
    void twoPowersOfAttorneyAreBothTold() {
        var read = relationship("\"extension\": [" + role("LPA", "Health and welfare") + ", "
                + role("LPA", "Property and financial affairs") + "]");

        assertThat(read.authority()).isEqualTo(Coding.text("Health and welfare; Property and financial affairs"));
        assertThat(read.kinds()).containsExactly(RelationshipKind.LEGAL_AUTHORITY);
    }

    @Test
    void roleThatIsOverCountsNoMore() {
        var over = role("LPA", "Health")
                .replace(
                        "\"extension\": [",
                        "\"extension\": [{\"url\": \"supportRolePeriod\", \"valuePeriod\": {\"end\": \"2026-03-09\"}}, ");

        var read = relationship("\"extension\": [" + over + ", " + role("CAR", null) + "]");

        assertThat(read.kinds()).containsExactly(RelationshipKind.CARER);
        assertThat(read.authority()).isNull();
    }

    @Test
    void recordNoLongerInUseIsLeftOut() {
        council.holding("RelatedPerson", """
                {"resourceType": "RelatedPerson", "id": "r1", "active": false, "patient": {"reference": "Patient/123"}}""");

        var found = Asking.found(council, Section.RELATIONSHIPS);

        assertThat(found.entries()).isEmpty();
        assertThat(found.rejected()).isEmpty();
    }

    @Test
    void emptyOneIsOfAnotherKind() {
        var read = relationship("\"birthDate\": \"1970\"");

        assertThat(read.kinds()).containsExactly(RelationshipKind.OTHER);
        assertThat(read)
                .extracting(
                        Relationship::relation,
                        Relationship::name,
                        Relationship::contact,
                        Relationship::authority,
                        Relationship::from,
                        Relationship::until)
                .containsOnlyNulls();
    }

    private static String role(String code, @Nullable String text) {
        var words = text == null ? "" : ", \"text\": \"" + text + "\"";
        return """
                {"url": "https://fhir.interweavedigital.nhs.uk/R4/StructureDefinition/Extension-Interweave-SocialCareSupportRole",
                 "extension": [{"url": "supportRoleType", "valueCodeableConcept": {"coding": [
                   {"system": "%s", "code": "%s", "display": "Role"}]%s}}]}""".formatted(ROLES, code, words);
    }

    private Relationship relationship(String content) {
        council.holding("RelatedPerson", """
                {"resourceType": "RelatedPerson", "id": "r1", "patient": {"reference": "Patient/123"}, %s}""".formatted(content));
        return Asking.one(council, Section.RELATIONSHIPS, Relationship.class);
    }
}
