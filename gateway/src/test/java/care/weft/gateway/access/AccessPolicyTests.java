package care.weft.gateway.access;

import static care.weft.gateway.testing.Records.ADA;
import static care.weft.gateway.testing.Records.ADA_KEY;
import static care.weft.gateway.testing.Records.BOB;
import static care.weft.gateway.testing.Records.BOB_KEY;
import static care.weft.gateway.testing.Records.caller;
import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.testing.Policies;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.PersonKey;
import care.weft.spi.model.Section;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AccessPolicyTests {

    private static final Decision NO_ROLE = new Decision.Deny(DenialReason.NO_ROLE);
    private static final AccessPolicy POLICY = Policies.of(Map.of(
            CallerRole.GP, EnumSet.allOf(Section.class),
            CallerRole.LINK_WORKER, Set.of(Section.DEMOGRAPHICS),
            CallerRole.PERSON, EnumSet.allOf(Section.class)));

    @Test
    void whoHasNoRoleOpensNothing() {
        assertThat(open(caller(), ADA_KEY)).isEqualTo(NO_ROLE);
        assertThat(open(caller(CallerRole.AUDITOR), ADA_KEY)).isEqualTo(NO_ROLE);
    }

    @Test
    void aPersonOpensTheirOwnRecordAndNoOther() {
        var ada = new Caller("a", "https://issuer.example", "Ada", Set.of(CallerRole.PERSON), null, List.of(), ADA);

        assertThat(open(ada, ADA_KEY)).isInstanceOf(Decision.Permit.class);
        assertThat(open(ada, BOB_KEY)).isEqualTo(new Decision.Deny(DenialReason.NOT_OWN_RECORD));
        assertThat(read(ada, BOB_KEY, Section.STAYS)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void aPersonWhoseTokenNamesNoNumberOpensNothing() {
        assertThat(open(caller(CallerRole.PERSON), ADA_KEY)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void aSectionThatNoRoleMayReadIsDenied() {
        assertThat(read(caller(CallerRole.LINK_WORKER), ADA_KEY, Section.ASSESSMENTS))
                .isEqualTo(new Decision.Deny(DenialReason.SECTION_NOT_FOR_ROLE));
    }

    @Test
    void aMemberOfStaffWhoIsAlsoAPersonReadsOthersByTheirStaffRoleOnly() {
        var both = new Caller(
                "b",
                "https://issuer.example",
                "B",
                Set.of(CallerRole.PERSON, CallerRole.LINK_WORKER),
                null,
                List.of(),
                ADA);

        assertThat(read(both, ADA_KEY, Section.STAYS)).isInstanceOf(Decision.Permit.class);
        assertThat(read(both, BOB_KEY, Section.STAYS)).isInstanceOf(Decision.Deny.class);
    }

    @Test
    void aProxyStandsToThoseForWhomTheyActAndToNobodyElse() {
        var carer = new Caller(
                "c",
                "https://issuer.example",
                "C",
                Set.of(CallerRole.PROXY),
                null,
                List.of(),
                null,
                Set.of(BOB),
                List.of(),
                null);

        assertThat(Ties.of(carer, BOB_KEY, LegitimateRelationship.DIRECT).in(CallerRole.PROXY))
                .isEqualTo(LegitimateRelationship.PROXY);
        assertThat(Ties.of(carer, ADA_KEY, LegitimateRelationship.DIRECT).in(CallerRole.PROXY))
                .isEqualTo(LegitimateRelationship.NONE);
    }

    @Property
    void nobodyReadsASectionThatTheyMayNotReadOfAnyone(@ForAll Set<CallerRole> roles, @ForAll Section section) {
        var anyone = caller(roles.toArray(CallerRole[]::new));

        if (read(anyone, ADA_KEY, section) instanceof Decision.Permit) {
            assertThat(POLICY.sections(anyone)).contains(section);
            assertThat(open(anyone, ADA_KEY)).isInstanceOf(Decision.Permit.class);
        }
    }

    private static Decision open(Caller caller, PersonKey person) {
        return POLICY.open(caller, person, PurposeOfUse.TREAT);
    }

    private static Decision read(Caller caller, PersonKey person, Section section) {
        return POLICY.read(new AccessRequest(
                caller,
                section,
                new PartnerId("trust"),
                "trust",
                PurposeOfUse.TREAT,
                Ties.of(caller, person, LegitimateRelationship.DIRECT),
                Set.of()));
    }
}
