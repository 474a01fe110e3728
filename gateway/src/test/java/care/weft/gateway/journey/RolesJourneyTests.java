package care.weft.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import care.weft.gateway.access.CallerRole;
import care.weft.stubs.population.Person;
import care.weft.stubs.population.Story;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * What each role is shown of a person for whom their team cares, through the front door and under the policy as shipped. That
 * none is shown a field too many is {@link FieldRightsJourneyTests}'s business.
 */
class RolesJourneyTests extends Journey {

    /** All but who is involved, which is made of the others. */
    private static final List<String> SECTIONS = List.of(
            "demographics", "appointments", "carePackages", "referrals", "assessments", "stays", "relationships");

    /** Said where nobody was asked. */
    private static final Set<String> NOTHING_TO_SHOW = Set.of("WITHHELD", "NOT_OFFERED");

    private final Person person = story(Story.THREE_ASSESSMENTS);

    /** By section, whose records: of the council, of GP practices, of mental health, of the register (PDS), of the trust. */
    @Test
    void eachRoleSeesThePartsOfTheRecordThatItsWorkNeeds() {
        var shown = Arrays.stream(CallerRole.values())
                .filter(role -> ask(role).body().path("errors").isMissingNode())
                .map(role -> role + ": " + parts(ask(role).person()))
                .collect(Collectors.joining("\n"));

        assertThat(shown).isEqualTo("""
                GP: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                OUT_OF_HOURS_CLINICIAN: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                NURSE: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                THERAPIST: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                SOCIAL_WORKER: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                MENTAL_HEALTH_PRACTITIONER: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                DISCHARGE_COORDINATOR: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                MDT_COORDINATOR: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                SUPPORT_STAFF: demographics cgmpt, appointments gmt, relationships cpt
                LINK_WORKER: demographics cgmpt, appointments gmt, carePackages c, assessments cgt, relationships cpt
                CARE_PROVIDER: demographics cgmpt, carePackages cm
                PERSON: demographics cgmpt, appointments gmt, carePackages cm, referrals cgmt, assessments cgmt, stays mt, relationships cpt
                PROXY: demographics cgmpt, appointments gt, carePackages c, referrals cgt, assessments cgt, stays t""");
    }

    @ParameterizedTest
    @EnumSource(
            value = CallerRole.class,
            names = {"IDENTITY_REVIEWER", "INFORMATION_GOVERNANCE_REVIEWER", "AUDITOR", "OPERATOR"})
    void whoReviewsOrOperatesSeesNobodysRecordAndNoPartnerIsAsked(CallerRole role) {
        assertThat(ask(role).errorCode()).isEqualTo("FORBIDDEN");
        assertThat(STUBS.partners().values())
                .allSatisfy(partner -> assertThat(partner.calls()).isEmpty());
    }

    @Test
    void onlyWhoPlansPackagesSeesWhatTheyCost() {
        var seeing = Arrays.stream(CallerRole.values())
                .filter(role -> costs(ask(role).body()).findAny().isPresent())
                .toList();

        assertThat(seeing)
                .containsExactlyInAnyOrder(
                        CallerRole.GP,
                        CallerRole.SOCIAL_WORKER,
                        CallerRole.DISCHARGE_COORDINATOR,
                        CallerRole.MDT_COORDINATOR,
                        CallerRole.PERSON,
                        CallerRole.PROXY);
    }

    /** That and when somebody assesses, so that nobody is sent twice. */
    @Test
    void aLinkWorkerSeesWhenThePersonIsAssessedAndNothingOfWhatWasFound() {
        var assessments =
                ask(CallerRole.LINK_WORKER).person().path("assessments").path("nodes");

        assertThat(assessments).isNotEmpty().allSatisfy(assessment -> {
            assertThat(assessment.path("when").isNull()).isFalse();
            assertThat(assessment.path("instrument").isNull()).isTrue();
            assertThat(assessment.path("score").isNull()).isTrue();
            assertThat(assessment.path("summary").isNull()).isTrue();
        });
    }

    private static Stream<JsonNode> costs(JsonNode answer) {
        return answer.findValues("weeklyCost").stream().filter(cost -> !cost.isNull());
    }

    private static String parts(JsonNode person) {
        return SECTIONS.stream()
                .map(section -> section + " " + partners(person.path(section).path("sources")))
                .filter(part -> !part.endsWith(" "))
                .collect(Collectors.joining(", "));
    }

    private static String partners(JsonNode sources) {
        return sources.valueStream()
                .filter(source ->
                        !NOTHING_TO_SHOW.contains(source.path("outcome").asString()))
                .map(source -> initial(source.path("partner").path("id").asString()))
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }

    private static String initial(String partner) {
        return (partner.equals("demographics") ? "pds" : partner).substring(0, 1);
    }

    private Answer ask(CallerRole role) {
        var token = role == CallerRole.PERSON
                ? STUBS.identityProvider().personToken(number(person))
                : STUBS.identityProvider().token("mdt", claims -> {
                    claims.put("roles", List.of(role.name()));
                    claims.put("proxy_for", List.of(number(person)));
                });
        return send(post("""
                        query($n: NhsNumber!) { person(nhsNumber: $n) {
                          demographics { sources { ...who } } appointments { sources { ...who } }
                          carePackages { nodes { weeklyCost { amount } } sources { ...who } } referrals { sources { ...who } }
                          assessments { nodes { when instrument { id } score summary } sources { ...who } }
                          stays { sources { ...who } } relationships { sources { ...who } } } }
                        fragment who on SourceStatus { partner { id } outcome }""", Map.of("n", number(person))).header("Authorization", "Bearer " + token));
    }
}
