package care.weft.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.AccessPolicy;
import care.weft.gateway.access.AccessRequest;
import care.weft.gateway.access.CallerRole;
import care.weft.gateway.access.Decision;
import care.weft.gateway.access.Duty;
import care.weft.gateway.access.LegitimateRelationship;
import care.weft.gateway.access.PersonFlag;
import care.weft.gateway.access.SensitiveField;
import care.weft.gateway.access.Ties;
import care.weft.gateway.testing.Records;
import care.weft.spi.PurposeOfUse;
import care.weft.spi.model.Confidentiality;
import care.weft.spi.model.PartnerId;
import care.weft.spi.model.Section;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules that come with the gateway say, sentence by sentence. */
class ShippedPolicyTests {

    private static final Set<String> KINDS = Set.of("demographics", "council", "trust", "gp", "mental-health");
    private static final AccessPolicy POLICY = shipped();

    private static AccessPolicy shipped() {
        try (var file = Objects.requireNonNull(PolicyFile.class.getResourceAsStream("/access/policy.yml"))) {
            return PolicyFile.read(new InputStreamReader(file, StandardCharsets.UTF_8), KINDS);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** A question in the making. */
    private record Asked(
            CallerRole role, String kind, PurposeOfUse purpose, LegitimateRelationship how, Set<PersonFlag> flags) {

        /** By a role as close to the person as it comes, of direct care, to the council. */
        static Asked as(CallerRole role) {
            var how = role == CallerRole.PERSON
                    ? LegitimateRelationship.SELF
                    : role == CallerRole.PROXY ? LegitimateRelationship.PROXY : LegitimateRelationship.DIRECT;
            return new Asked(role, "council", PurposeOfUse.TREAT, how, Set.of());
        }

        Asked at(String other) {
            return new Asked(role, other, purpose, how, flags);
        }

        Asked by(LegitimateRelationship other) {
            return new Asked(role, kind, purpose, other, flags);
        }

        Asked to(PurposeOfUse other) {
            return new Asked(role, kind, other, how, flags);
        }

        Asked of(PersonFlag flag) {
            return new Asked(role, kind, purpose, how, Set.of(flag));
        }

        Decision read(Section section) {
            var ties = new Ties(how == LegitimateRelationship.SELF, how == LegitimateRelationship.PROXY, how);
            return POLICY.read(new AccessRequest(
                    Records.caller(role), section, new PartnerId("a-partner"), kind, purpose, ties, flags));
        }

        boolean sees(Section section) {
            return read(section) instanceof Decision.Permit;
        }

        boolean sees(SensitiveField field) {
            return read(field.section()) instanceof Decision.Permit permit
                    && !permit.withheld().contains(field);
        }

        Set<Confidentiality> withheldLabels() {
            return read(Section.CARE_PACKAGES) instanceof Decision.Permit permit
                    ? permit.withheldLabels(Section.CARE_PACKAGES)
                    : Set.of();
        }

        boolean seesOwnOnly(Section section) {
            return read(section) instanceof Decision.Permit permit && permit.isScoped();
        }
    }

    @Test
    void aLinkWorkerSeesContactAndDatesAndNothingClinical() {
        var linkWorker = Asked.as(CallerRole.LINK_WORKER);

        assertThat(linkWorker.sees(SensitiveField.WHEREABOUTS)).isTrue();
        assertThat(linkWorker.sees(Section.CARE_PACKAGES)).isTrue();
        assertThat(linkWorker.sees(SensitiveField.COSTS)).isFalse();
        assertThat(linkWorker.at("mental-health").sees(Section.CARE_PACKAGES)).isFalse();
        assertThat(linkWorker.sees(Section.ASSESSMENTS)).isTrue();
        assertThat(linkWorker.sees(SensitiveField.ASSESSMENT_KIND)).isFalse();
        assertThat(linkWorker.sees(SensitiveField.ASSESSMENT_FINDINGS)).isFalse();
        assertThat(linkWorker.at("mental-health").sees(Section.ASSESSMENTS)).isFalse();
        assertThat(linkWorker.at("trust").seesOwnOnly(Section.APPOINTMENTS)).isTrue();
        assertThat(linkWorker.at("trust").sees(Section.STAYS)).isFalse();
        assertThat(linkWorker.sees(Section.REFERRALS)).isFalse();
    }

    @Test
    void aCareProviderSeesThePackagesThatItDeliversAndWhereToGo() {
        var provider = Asked.as(CallerRole.CARE_PROVIDER);

        assertThat(provider.seesOwnOnly(Section.CARE_PACKAGES)).isTrue();
        assertThat(provider.sees(SensitiveField.COSTS)).isTrue();
        assertThat(provider.sees(SensitiveField.FUNDING)).isFalse();
        assertThat(provider.sees(SensitiveField.WHEREABOUTS)).isTrue();
        assertThat(provider.sees(Section.ASSESSMENTS)).isFalse();
        assertThat(provider.sees(Section.RELATIONSHIPS)).isFalse();
    }

    @Test
    void moneyIsForThoseWhoPlanPackagesAndForThePerson() {
        var socialWorker = Asked.as(CallerRole.SOCIAL_WORKER);

        assertThat(socialWorker.sees(SensitiveField.COSTS)).isTrue();
        assertThat(Asked.as(CallerRole.PERSON).sees(SensitiveField.COSTS)).isTrue();
        assertThat(Asked.as(CallerRole.NURSE).sees(Section.CARE_PACKAGES)).isTrue();
        assertThat(Asked.as(CallerRole.NURSE).sees(SensitiveField.COSTS)).isFalse();
        assertThat(socialWorker.by(LegitimateRelationship.BREAK_GLASS).sees(SensitiveField.COSTS))
                .isFalse();
    }

    @Test
    void knowingOfAPersonShowsNeitherMentalHealthNorSocialCare() {
        var byOrganisation = Asked.as(CallerRole.NURSE).by(LegitimateRelationship.ORGANISATIONAL);

        assertThat(byOrganisation.at("trust").sees(Section.APPOINTMENTS)).isTrue();
        assertThat(byOrganisation.at("mental-health").sees(Section.APPOINTMENTS))
                .isFalse();
        assertThat(byOrganisation.at("council").sees(Section.CARE_PACKAGES)).isFalse();
        assertThat(byOrganisation.at("council").sees(Section.DEMOGRAPHICS)).isTrue();
    }

    @Test
    void withoutARelationshipNobodySeesAnything() {
        for (var role : CallerRole.values()) {
            for (var section : Section.values()) {
                assertThat(Asked.as(role).by(LegitimateRelationship.NONE).sees(section))
                        .as(role + " " + section)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerRole.class,
            names = {"IDENTITY_REVIEWER", "INFORMATION_GOVERNANCE_REVIEWER", "AUDITOR", "OPERATOR"})
    void whoWatchesOrRunsTheGatewayReadsNoRecord(CallerRole role) {
        assertThat(POLICY.sections(Records.caller(role))).isEmpty();
    }

    @Test
    void runningTheServiceAndResearchOpenNoRecord() {
        for (var role : CallerRole.values()) {
            assertThat(Asked.as(role).to(PurposeOfUse.HOPERAT).sees(Section.DEMOGRAPHICS))
                    .isFalse();
            assertThat(Asked.as(role).to(PurposeOfUse.HRESCH).sees(Section.DEMOGRAPHICS))
                    .isFalse();
        }
        assertThat(POLICY.purposes(Records.caller(CallerRole.GP)))
                .containsExactly(PurposeOfUse.TREAT, PurposeOfUse.ETREAT, PurposeOfUse.BTG);
        assertThat(POLICY.purposes(Records.caller(CallerRole.AUDITOR))).isEmpty();
    }

    @Test
    void nobodySeesWhereARestrictedPersonIs() {
        for (var role : CallerRole.values()) {
            assertThat(Asked.as(role).of(PersonFlag.RESTRICTED).sees(SensitiveField.WHEREABOUTS))
                    .isFalse();
        }
    }

    @Test
    void anObjectionStopsAllButAnEmergencyAndThePerson() {
        var objecting = Asked.as(CallerRole.GP).of(PersonFlag.OBJECTION);

        assertThat(objecting.sees(Section.DEMOGRAPHICS)).isFalse();
        assertThat(objecting.to(PurposeOfUse.ETREAT).sees(Section.DEMOGRAPHICS)).isTrue();
        assertThat(objecting.to(PurposeOfUse.BTG).sees(Section.DEMOGRAPHICS))
                .as("who states it and has not broken the glass")
                .isFalse();
        assertThat(objecting.by(LegitimateRelationship.BREAK_GLASS).sees(Section.DEMOGRAPHICS))
                .isTrue();
        assertThat(Asked.as(CallerRole.PERSON).of(PersonFlag.OBJECTION).sees(Section.STAYS))
                .isTrue();
    }

    @Test
    void aRestrictedRecordIsForThoseWhoCareAndForThePerson() {
        var nurse = Asked.as(CallerRole.NURSE);

        assertThat(nurse.withheldLabels()).containsExactly(Confidentiality.VERY_RESTRICTED);
        assertThat(nurse.at("trust").by(LegitimateRelationship.ORGANISATIONAL).withheldLabels())
                .containsExactlyInAnyOrder(Confidentiality.RESTRICTED, Confidentiality.VERY_RESTRICTED);
        assertThat(nurse.by(LegitimateRelationship.BREAK_GLASS).withheldLabels())
                .containsExactlyInAnyOrder(Confidentiality.RESTRICTED, Confidentiality.VERY_RESTRICTED);
        assertThat(Asked.as(CallerRole.PERSON).withheldLabels())
                .containsExactlyInAnyOrder(Confidentiality.NOT_FOR_PERSON, Confidentiality.VERY_RESTRICTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerRole.class,
            names = {"LINK_WORKER", "CARE_PROVIDER", "PROXY"})
    void whoArrangesThingsSeesNoLabelledRecord(CallerRole role) {
        assertThat(Asked.as(role).withheldLabels()).containsExactlyInAnyOrder(Confidentiality.values());
    }

    @Test
    void aProxySeesNoMentalHealthAndNoFindings() {
        var proxy = Asked.as(CallerRole.PROXY);

        assertThat(proxy.sees(Section.CARE_PACKAGES)).isTrue();
        assertThat(proxy.sees(SensitiveField.ASSESSMENT_FINDINGS)).isFalse();
        assertThat(proxy.at("mental-health").sees(Section.ASSESSMENTS)).isFalse();
        assertThat(proxy.sees(Section.RELATIONSHIPS)).isFalse();
    }

    @Test
    void eachDutyHasItsRole() {
        assertThat(may(CallerRole.AUDITOR, Duty.READ_AUDIT)).isTrue();
        assertThat(may(CallerRole.IDENTITY_REVIEWER, Duty.REVIEW_IDENTITY)).isTrue();
        assertThat(may(CallerRole.INFORMATION_GOVERNANCE_REVIEWER, Duty.REVIEW_BREAK_GLASS))
                .isTrue();
        assertThat(may(CallerRole.LINK_WORKER, Duty.BREAK_GLASS)).isFalse();
        assertThat(roles(Duty.ASSESS))
                .containsExactly(
                        CallerRole.GP,
                        CallerRole.OUT_OF_HOURS_CLINICIAN,
                        CallerRole.NURSE,
                        CallerRole.THERAPIST,
                        CallerRole.SOCIAL_WORKER,
                        CallerRole.MENTAL_HEALTH_PRACTITIONER,
                        CallerRole.DISCHARGE_COORDINATOR);
        assertThat(roles(Duty.READ_FIGURES))
                .containsAll(roles(Duty.ASSESS))
                .contains(CallerRole.MDT_COORDINATOR, CallerRole.AUDITOR, CallerRole.OPERATOR)
                .hasSize(10);
    }

    private static List<CallerRole> roles(Duty duty) {
        return Arrays.stream(CallerRole.values())
                .filter(role -> may(role, duty))
                .toList();
    }

    private static boolean may(CallerRole role, Duty duty) {
        return POLICY.may(Records.caller(role), duty);
    }
}
